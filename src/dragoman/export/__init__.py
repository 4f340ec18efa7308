"""Other shapes of a report record: PLOVER's JSON, and the record without its text."""
