"""Many documents: read by many processes, on one machine or a Ray cluster, into Parquet files.

`docs/scale.md` says how to use it, and what it costs. Data flows one way: inputs are cut into pieces (`sources`), an
engine (`processes`, or `cluster`, the only one that imports Ray) has each piece read (`hand`, `child`, `reading`), and
its rows written (`parts`, `rows`). Loading these into the register is `pobratim.storage.load`.
"""

from pobratim.bulk.parts import Totals, readings, totals
from pobratim.bulk.reading import Options
from pobratim.bulk.run import Engine, Job, processors, run
from pobratim.bulk.sources import size

__all__ = ["Engine", "Job", "Options", "Totals", "processors", "readings", "run", "size", "totals"]
