"""What we know beforehand: states, bodies, armed groups, offices, role nouns; as tables with a loader and a checker."""
