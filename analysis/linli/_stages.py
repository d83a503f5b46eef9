"""The stages of a dispute, as the simulator lists them."""

from __future__ import annotations

from linli import _core

DOORS: tuple[str, ...] = tuple(key for key, is_door, _ in _core.stages() if is_door)
"""The posts and institutions that a dispute can be taken to, from the nearest to the last resort."""

MEDIATION: tuple[str, ...] = tuple(key for key, _, is_mediation in _core.stages() if is_mediation)
"""The doors behind which mediators work."""
