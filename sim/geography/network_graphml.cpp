/// GraphML as two tables: the keys of nodes and of edges are their columns, with the defaults that keys may have.

#include <fmt/ranges.h>

#include <algorithm>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <map>
#include <sstream>
#include <utility>

#include "core/files.h"
#include "geography/network_reading.h"

namespace linli {
namespace {

using Tree = boost::property_tree::ptree;

constexpr int deepest = 100;  // GraphML has four levels, what programs add to it a few more; the parser calls itself

std::size_t after(std::string_view xml, std::string_view mark, std::size_t from) {
  const std::size_t found = xml.find(mark, from);
  return found == xml.npos ? xml.size() : found + mark.size();
}

/// Where a tag ends that starts at `from`; attributes in quotation marks may have a '>'.
std::size_t after_tag(std::string_view xml, std::size_t from) {
  char quote = '\0';
  for (std::size_t i = from; i < xml.size(); ++i) {
    if (quote == '\0' && xml[i] == '>') return i + 1;
    if (quote == '\0' && (xml[i] == '"' || xml[i] == '\''))
      quote = xml[i];
    else if (xml[i] == quote)
      quote = '\0';
  }
  return xml.size();
}

/// The end of the markup that starts at `from`, and by how much it leads deeper.
std::pair<std::size_t, int> pass_markup(std::string_view xml, std::size_t from) {
  const std::string_view rest = xml.substr(from);
  if (rest.starts_with("<!--")) return {after(xml, "-->", from), 0};
  if (rest.starts_with("<![CDATA[")) return {after(xml, "]]>", from), 0};
  if (rest.starts_with("<?")) return {after(xml, "?>", from), 0};
  const std::size_t end = after_tag(xml, from);
  if (rest.starts_with("<!") || xml.substr(from, end - from).ends_with("/>")) return {end, 0};
  return {end, rest.starts_with("</") ? -1 : 1};
}

void require_shallow(std::string_view xml, const std::filesystem::path& file) {
  int depth = 0;
  for (std::size_t at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
    const auto [end, deeper] = pass_markup(xml, at);
    depth += deeper;
    if (depth > deepest)
      throw InputError(fmt::format("{}:{}", file.string(), 1 + std::count(xml.begin(), xml.begin() + at, '\n')),
                       say({"elements are nested more than {} deep", "元素嵌套超过{}层"}, deepest));
    at = end;
  }
}

Tree parse_xml(std::string xml, const std::filesystem::path& file) {
  require_shallow(xml, file);
  std::istringstream stream(std::move(xml));
  try {
    Tree tree;
    boost::property_tree::read_xml(stream, tree);
    return tree.get_child("graphml");
  } catch (const boost::property_tree::xml_parser_error& error) {
    throw InputError(fmt::format("{}:{}", file.string(), error.line()),
                     say({"this is not XML: {}", "文件不是有效的XML：{}"}, error.message()));
  } catch (const boost::property_tree::ptree_bad_path&) {
    throw InputError(file.string(), say({"this is XML, but not GraphML: the element <graphml> is missing",
                                         "文件是XML，但不是GraphML：缺少<graphml>元素"}));
  }
}

std::string xml_attribute(const Tree& element, const std::string& name) {
  for (const auto& [tag, attributes] : element)
    if (tag == "<xmlattr>")
      for (const auto& [attribute, value] : attributes)
        if (attribute == name) return value.data();
  return "";
}

/// The columns of nodes or of edges: first XML attributes such as "id", then keys by their names.
struct Columns {
  std::vector<std::string> names, defaults;
  std::map<std::string, std::size_t> of_key;  // "d0", "d1", ...
  std::size_t attributes;                     // how many come first
};

void add_key(const Tree& key, Columns& columns) {
  const std::string id = xml_attribute(key, "id"), given = xml_attribute(key, "attr.name");
  const std::string& name = given.empty() ? id : given;
  const auto known = std::find(columns.names.begin(), columns.names.end(), name);
  const auto position = static_cast<std::size_t>(known - columns.names.begin());
  if (position < columns.attributes) return;  // igraph repeats ids as data
  columns.of_key[id] = position;
  if (known != columns.names.end()) return;
  columns.names.push_back(name);
  columns.defaults.push_back(key.get<std::string>("default", ""));
}

Columns columns_of(const Tree& graphml, const std::string& element, const std::vector<std::string>& attributes) {
  Columns columns{attributes, std::vector<std::string>(attributes.size()), {}, attributes.size()};
  for (const auto& [tag, key] : graphml) {
    const std::string applies = tag == "key" ? xml_attribute(key, "for") : "-";
    if (applies == element || applies == "all" || applies.empty()) add_key(key, columns);
  }
  return columns;
}

std::vector<std::string> cells_of(const Tree& element, const Columns& columns) {
  std::vector<std::string> cells = columns.defaults;
  for (std::size_t i = 0; i < columns.attributes; ++i) cells[i] = xml_attribute(element, columns.names[i]);
  for (const auto& [tag, data] : element) {
    const auto key = tag == "data" ? columns.of_key.find(xml_attribute(data, "key")) : columns.of_key.end();
    if (key != columns.of_key.end()) cells[key->second] = data.data();
  }
  return cells;
}

Table table_of(const Tree& graphml, const std::string& element, const std::vector<std::string>& attributes,
               const std::string& file) {
  const Columns columns = columns_of(graphml, element, attributes);
  Table table(file, columns.names);
  const Tree empty;
  for (const auto& [tag, child] : graphml.get_child("graph", empty)) {
    if (tag != element) continue;
    std::vector<std::string> cells = cells_of(child, columns);
    const std::string place =
        fmt::format(" {} {}", element, fmt::join(cells.begin(), cells.begin() + attributes.size(), " - "));
    table.add(std::move(cells), place);
  }
  return table;
}

}  // namespace

Network read_graphml(const std::filesystem::path& file, const Parameters::Travel& travel) {
  Notes notes;
  const Tree graphml = parse_xml(read_text(file, file.string(), notes), file);
  Network network = network_of(table_of(graphml, "node", {"id"}, file.string()),
                               table_of(graphml, "edge", {"source", "target"}, file.string()), travel);
  network.notes.insert(network.notes.begin(), notes.begin(), notes.end());
  return network;
}

}  // namespace linli
