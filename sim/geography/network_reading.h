#pragma once

/// What a table of nodes and one of edges mean, be they from CSV or GraphML, by the names that OSMnx, igraph, Gephi and
/// others give to their columns.
///
///     node   id (osmid, node_id, name)
///            lon, lat (longitude, latitude; lng, lat; x, y; or any of these with one ending, as in lon_wgs84,
///            lat_wgs84) residents, town: may be missing
///     edge   from, to (source, target; u, v; from_node_id, to_node_id; node_start, node_end)
///            minutes, or travel_time [s], or km, or length [m], the latter two perhaps with speed_kph [km/h]
///
/// Of several pairs of coordinates the first whose numbers are degrees is taken. A cell that is empty or says nan is
/// missing. A `weight` is not taken: nobody knows its unit.

#include "geography/network.h"

namespace linli {

/// Throws InputError for what is missing, for numbers out of their range and for edges whose ends are not there.
Network network_of(const Table& nodes, const Table& edges, const Parameters::Travel& travel);

}  // namespace linli
