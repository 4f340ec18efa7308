"""Static checks of the lexicon beyond its schema.

To run the rules' examples: `.venv/bin/dragoman lexicon check` (it needs the coder, so it lives in `evaluate.examples`).
While dragoman.places is being written, use `.venv/bin/python /tmp/lexcheck.py [FILE.yml ...]`, which does the same.
"""
