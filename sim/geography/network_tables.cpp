#include "geography/network_reading.h"
#include "model/csv.h"

namespace linli {

Network read_tables(const std::filesystem::path& nodes_file, const std::filesystem::path& edges_file,
                    const Parameters::Travel& travel) {
  Notes notes;
  const Table nodes = read_csv(nodes_file, notes), edges = read_csv(edges_file, notes);
  Network network = network_of(nodes, edges, travel);
  network.notes.insert(network.notes.begin(), notes.begin(), notes.end());
  return network;
}

}  // namespace linli
