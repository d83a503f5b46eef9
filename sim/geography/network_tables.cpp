#include <algorithm>
#include <fstream>

#include "core/error.h"
#include "geography/network_reading.h"

namespace linli {
namespace {

using Cells = std::vector<std::string>;

/// Comma-separated, double quotes around cells that hold commas, a doubled quote for a quote.
Cells split(const std::string& line) {
  Cells cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += line[++i];
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

/// A CSV file with a line of column names, read line by line.
class Table {
 public:
  explicit Table(const std::filesystem::path& file) : file_(file.string()) {
    require_readable(file);
    stream_.open(file);
    next();
    columns_ = cells_;
  }

  /// Moves on to the next line that is not blank; false at the end.
  bool next() {
    std::string line;
    while (std::getline(stream_, line)) {
      ++line_;
      if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
      if (!line.empty() && line.back() == '\r') line.pop_back();
      cells_ = split(line);
      if (!line.empty()) return true;
    }
    return false;
  }

  bool has(const std::string& column) const { return position(column) < columns_.size(); }
  bool filled(const std::string& column) const { return has(column) && !cell(column).empty(); }
  std::string cell(const std::string& column) const {
    const std::size_t i = position(column);
    return i < cells_.size() ? cells_[i] : "";
  }
  double number(const std::string& column) const { return to_number(cell(column), where() + " " + column); }
  std::string where() const { return fmt::format("{}:{}", file_, line_); }

  void require(const std::string& column) const {
    if (has(column)) return;
    throw InputError(where(), say({"the column {} is missing", "缺少{}列"}, column));
  }

 private:
  std::size_t position(const std::string& column) const {
    return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), column) - columns_.begin());
  }

  std::string file_;
  std::ifstream stream_;
  int line_ = 0;
  Cells columns_, cells_;
};

std::optional<double> minutes_of(const Table& edge, const NetworkReading& reading) {
  if (edge.filled("minutes")) return edge.number("minutes");
  if (edge.filled("km")) return reading.minutes_for(edge.number("km"));
  return std::nullopt;
}

}  // namespace

Network read_tables(const std::filesystem::path& nodes, const std::filesystem::path& edges,
                    const Parameters::Travel& travel) {
  NetworkReading reading(nodes, travel);
  Table node(nodes);
  for (const char* column : {"id", "x", "y"}) node.require(column);
  while (node.next())
    reading.add({node.cell("id"),
                 {node.number("x"), node.number("y")},
                 node.filled("residents") ? node.number("residents") : 0.0,
                 node.cell("town")},
                node.where());
  Table edge(edges);
  for (const char* column : {"from", "to"}) edge.require(column);
  while (edge.next()) reading.join(edge.cell("from"), edge.cell("to"), minutes_of(edge, reading), edge.where());
  return reading.finished();
}

}  // namespace linli
