#include "geography/network_reading.h"
#include "model/csv.h"

namespace linli {
namespace {

double number(const CsvTable& table, std::size_t row, const char* column) {
  return to_number(table.text(row, column), table.where(row, column));
}

bool filled(const CsvTable& table, std::size_t row, const char* column) {
  return table.has(column) && !table.text(row, column).empty();
}

std::optional<double> minutes_of(const CsvTable& edges, std::size_t row, const NetworkReading& reading) {
  if (filled(edges, row, "minutes")) return number(edges, row, "minutes");
  if (filled(edges, row, "km")) return reading.minutes_for(number(edges, row, "km"));
  return std::nullopt;
}

Node node_in(const CsvTable& nodes, std::size_t row) {
  return {nodes.text(row, "id"),
          {number(nodes, row, "x"), number(nodes, row, "y")},
          filled(nodes, row, "residents") ? number(nodes, row, "residents") : 0.0,
          nodes.has("town") ? nodes.text(row, "town") : ""};
}

}  // namespace

Network read_tables(const std::filesystem::path& nodes_file, const std::filesystem::path& edges_file,
                    const Parameters::Travel& travel) {
  NetworkReading reading(nodes_file, travel);
  const CsvTable nodes(nodes_file, {"id", "x", "y"}, {}, CsvTable::OtherColumns::ignored);
  for (std::size_t row = 0; row < nodes.rows(); ++row) reading.add(node_in(nodes, row), nodes.where(row));
  const CsvTable edges(edges_file, {"from", "to"}, {}, CsvTable::OtherColumns::ignored);
  for (std::size_t row = 0; row < edges.rows(); ++row)
    reading.join(edges.text(row, "from"), edges.text(row, "to"), minutes_of(edges, row, reading), edges.where(row));
  return reading.finished();
}

}  // namespace linli
