"""The places room: finds toponyms and resolves them to GeoNames places.

`PlaceReader` is the step; `open_gazetteer` gives it the compiled gazetteer and compiles it where it is missing.
"""

from dragoman.places.build import build_gazetteer, gazetteer_path, open_gazetteer
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.reader import PlaceReader

__all__ = ["Gazetteer", "PlaceReader", "build_gazetteer", "gazetteer_path", "open_gazetteer"]
