"""Words whose full stop is not the end of a sentence, by what may follow them. Without their stop, case counts."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The set of the blank-separated words."""
    return frozenset(listed.split())


# A name follows: never the end of a sentence.
TITLES = words("""
    Mr Mrs Ms Mx Dr Drs Prof Rev Fr Hon Pres Amb Sen Sens Rep Reps Gov Govs Lt Gen Gens Col Cols Maj Capt Cmdr Cdr Cmd
    Adm Brig Sgt Cpl Pvt Pfc Spc Det Insp Supt Sec Asst Dep Atty Messrs Mme Mlle Mgr Msgr Sra Ste St ST Mt Ft
    """)
# More of the phrase follows: never the end either.
INNER = words("vs v eg e.g i.e ie cf viz al approx est ca ed eds esp incl")
# A number follows; before anything else the stop ends the sentence ("He said no. Then").
NUMBERED = words("No Nos no nos Art Arts Fig Figs Vol Vols Ch Sect para paras pp p Op")
MONTHS = words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
# May end a sentence: they do before a word that opens one.
OTHERS = words("""
    Jr Sr Inc Corp Co Cos Ltd Plc plc Bros Bhd Pty Univ Dept Assn Assoc Intl Natl Govt Inst etc Mon Tue Tues Wed Thu
    Thur Thurs Fri Sat Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev
    Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Ave Blvd Rd Hwy ft mph km mln bln pct cts dlrs
    """)
# Determiners, pronouns and connectives that open a sentence and hardly ever continue a name.
OPENERS = words("""
    The A An This That These Those He She It They We I You His Her Its Their Our My There Here
    But However Meanwhile Moreover Nevertheless Still Yet Although Though While When If Because Since Once
    Some Many Most Several Other Others Another Each Both All No None What Who Why How
    """)
# After an hour ("9 a.m.") these go on with the same time.
AFTER_HOURS = words("""
    GMT UTC BST CET CEST EST EDT CST CDT MST MDT PST PDT ET CT MT PT Eastern Central Mountain Pacific
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December
    """)
