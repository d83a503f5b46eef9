#include "model/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/files.h"

namespace linli {
namespace {

std::vector<std::string> split(std::string_view line, const std::string& where) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool doubled = quoted && line.substr(i, 2) == "\"\"";
    if (doubled) {
      cells.back() += line[++i];
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  if (quoted) throw InputError(where, say({"a quotation mark is not closed", "引号没有闭合"}));
  return cells;
}

/// The next line of a text, without its end, which is cut off.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Nameless columns, as spreadsheets leave behind, are let be.
void refuse_doubled(const std::vector<std::string>& names, const std::string& where) {
  for (auto name = names.begin(); name != names.end(); ++name)
    if (!name->empty() && std::find(names.begin(), name, *name) != name)
      throw InputError(where, say({"the column {} is there twice", "“{}”列重复出现"}, *name));
}

std::vector<std::string> names_in(std::vector<std::string> cells, const std::string& where) {
  for (std::string& name : cells) name = trimmed(name);
  const bool other_commas = cells.size() == 1 && cells[0].find_first_of(";\t") != std::string::npos;
  if (other_commas)
    throw InputError(where, say({"cells are separated by semicolons or tabs; allowed are commas",
                                 "单元格以分号或制表符分隔；应使用英文逗号"}));
  refuse_doubled(cells, where);
  return cells;
}

bool is_empty(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return trimmed(cell).empty(); });
}

void require_cells(std::size_t cells, std::size_t columns, const std::string& where) {
  if (cells != columns)
    throw InputError(where,
                     say({"the row has {} cells, the header {}", "该行有{}个单元格，表头有{}个"}, cells, columns));
}

}  // namespace

Table read_csv(const std::filesystem::path& file, Notes& notes) {
  const std::string text = read_text(file, file.string(), notes);
  std::optional<Table> table;
  std::string_view rest = text;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::string place = fmt::format(":{}", number), where = file.string() + place;
    std::vector<std::string> cells = split(take_line(rest), where);
    if (is_empty(cells)) continue;
    if (!table) {
      table.emplace(file.string(), names_in(std::move(cells), where));
      continue;
    }
    require_cells(cells.size(), table->columns().size(), where);
    table->add(std::move(cells), place);
  }
  if (!table) throw InputError(file.string(), say({"the file is empty", "文件为空"}));
  return std::move(*table);
}

}  // namespace linli
