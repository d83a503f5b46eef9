"""Reading result files: what a run recorded, as tables for xarray and pandas. Knows nothing of figures or pages."""

from linli.results.file import ResultFile
from linli.results.provenance import Provenance

__all__ = ["Provenance", "ResultFile"]
