"""Word lists of the places room: which words around a name say that it is a place, and which say that it is not."""

from __future__ import annotations

LOCATIVE = frozenset(
    "in at near from outside inside around across throughout within into toward towards above beyond off to "
    "between via through along over north south east west northeast northwest southeast southwest".split()
)
"""Words before a name that put something there; "of" says less and is left out."""

LEADING = frozenset({"the", "a", "an", "in", "at", "from", "near", "of", "to", "downtown", "nearby", "greater", "mainland"})
"""Words that a tagger's span may start with and that are not part of the name."""

COMPASS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern upper lower mid outer inner".split()
)

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lady lord king queen prince princess president chancellor premier minister "
    "secretary senator sen rep representative congressman congresswoman gov governor mayor judge justice general gen "
    "colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl pvt officer detective deputy sheriff "
    "chief rev reverend father pastor bishop pope coach ambassador envoy spokesman spokeswoman chairman chairwoman "
    "director sheikh ayatollah imam rabbi attorney inspector superintendent commissioner councilman councillor".split()
)
"""Ranks and offices (without full stop) after which a name is a person's."""

STREETS = frozenset(
    "street st road rd avenue ave boulevard blvd drive lane highway parkway freeway expressway turnpike route "
    "interstate crescent terrace trail bypass streets roads avenues drives".split()
)
WATERS = frozenset("river creek lake reservoir bay sea ocean strait gulf canal harbor harbour lagoon sound falls".split())
LANDS = frozenset(
    "island islands mountain mountains hills valley desert peninsula plateau forest wilderness canyon park beach "
    "heights plains delta basin".split()
)
DIVISIONS = frozenset(
    "county parish township borough province governorate prefecture oblast krai municipality voivodeship canton village".split()
)
BUILDINGS = frozenset(
    "airport airfield bridge tunnel stadium arena square crossing camp prison base barracks port dam mosque cathedral "
    "cemetery museum".split()
)
TYPES = STREETS | WATERS | LANDS | DIVISIONS | BUILDINGS
"""Nouns that end a place's proper name ("Elm Street", "Tana River") or, some of them, start it ("Lake Tana")."""

FIRST_TYPES = frozenset("lake mount mt cape fort port camp gulf strait bay sea isle lough loch highway interstate route".split())
"""Types that come first: "Mount Kenya", "Highway 12"."""

INNER = frozenset({"of", "the", "de", "la", "le", "el", "al", "du", "des", "and", "on", "upon", "-", "'s", "’s", "&", "y", "da", "do"})
"""Words that may stand in the middle of a name without a capital."""

CIVIC = frozenset(
    "police fire city town village council school schools board residents resident man woman men women mayor department "
    "public community counties county area native natives high sheriff superintendent volunteer neighborhood "
    "neighborhoods neighbourhood suburb suburbs township airport hospital firefighters officials authorities students "
    "teacher teachers couple family teen teenager boy girl home house business store company court courthouse library "
    "university college downtown district region province municipal magistrates crown teenagers youth fans".split()
)
"""Words that follow a town's name used as an adjective: "Salem police", "a Salem man"."""

SETTLEMENTS = frozenset("city town village township suburb hamlet port capital county borough municipality cities towns villages".split())
"""Nouns before "of" and a name: "the town of Salem"."""

NOT_PLACES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs "
    "fri sat sun god christmas easter ramadan bible internet twitter facebook google reuters army navy congress senate "
    "house police university college school church center centre union party court council commission department "
    "ministry office board bank company corp inc street road avenue park national international federal central "
    "democratic republican democrat democrats republicans republic state city county district region province "
    "island lake river mount fort north south east west northern southern eastern western new old upper lower great "
    "mr mrs ms dr president minister king queen prince general sheriff judge governor mayor chief the a an and or of in "
    "on at by for to i he she it we they you but not no yes this that these those there here what when where who why how "
    "if as is was are were be been has have had do does did will would can could may might must shall should "
    "all any each every some many most more much few one two three four five six seven eight nine ten first second "
    "third last next also only just even still yet so then than now today tomorrow yesterday after before during "
    "since until while because although though however meanwhile moreover per via both either neither such same other "
    "another our your their his her its my me him us them wall street home sports business police news times post star "
    "tribune journal press herald media friend victory hope liberty independence unity freedom justice progress "
    "gulf delta lakes metro nice summit east-west best man young long short high small big little white black green red blue brown gray grey golden silver".split()
)
"""Single words that bear a town's name somewhere, but in running news are nearly always something else."""

SPEECH = frozenset(
    "say tell announce declare warn insist deny reject accuse claim argue demand urge call ask request condemn "
    "criticize criticise denounce blame threaten vow pledge promise offer propose agree refuse confirm signal hint "
    "suggest state stress reiterate describe dismiss welcome praise back support oppose approve endorse recognize "
    "recognise want seek hope expect fear believe consider view regard see decide plan intend try push press "
    "pressure block veto ban impose lift suspend sever cut restore normalize normalise expel recall summon "
    "retaliate respond react protest complain object negotiate sign ratify accept adopt withdraw send dispatch deploy "
    "supply provide fund finance arm sell buy train help aid assist sponsor mediate broker host invite order "
    "authorize authorise launch conduct carry attack invade annex bomb strike shell occupy pursue maintain continue "
    "keep resume halt stop start begin move act take give make hold use face need share know lose win remain".split()
)
"""Verbs a government does; a capital that is their subject stands for it."""

TOLD = frozenset(
    "accuse urge ask warn call pressure press criticize criticise condemn blame tell invite persuade convince help "
    "support back threaten sanction praise thank oppose embarrass anger alarm force order".split()
)
"""Verbs whose object is somebody who decides: "urged Ankara to ..."."""

ACTS = frozenset(
    "support decision policy refusal stance position ally demand offer proposal plan claim concern response rejection "
    "criticism commitment involvement backing role interest objection opposition approval agreement move effort "
    "attempt willingness insistence warning threat accusation announcement intention pledge promise request call "
    "strategy goal aim ambition view influence pressure intervention aggression campaign invasion withdrawal handling "
    "failure reaction denial assertion argument message envoy relation tie relationship alliance foe rival enemy "
    "partner reluctance desire hope fear anger displeasure frustration determination bid recognition condemnation "
    "nuclear program programme sanction diplomacy diplomat ambassador leadership government leader ruler military".split()
)
"""Nouns that belong to a government: "Ankara's refusal"."""

ACTING_PREPOSITIONS = frozenset({"with", "against", "by", "between", "toward", "towards", "among"})
"""Prepositions after which a capital is a party: "talks with Ankara"."""
