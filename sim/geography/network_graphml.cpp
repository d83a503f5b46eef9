#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <map>

#include "core/error.h"
#include "geography/network_reading.h"

namespace linli {
namespace {

using Tree = boost::property_tree::ptree;
using Attributes = std::map<std::string, std::string>;  // by name

Tree parse_xml(const std::filesystem::path& file) {
  try {
    Tree tree;
    boost::property_tree::read_xml(file.string(), tree);
    return tree.get_child("graphml");
  } catch (const boost::property_tree::xml_parser_error& error) {
    throw InputError(fmt::format("{}:{}", file.string(), error.line()),
                     say({"this is not XML: {}", "文件不是有效的XML：{}"}, error.message()));
  } catch (const boost::property_tree::ptree_bad_path&) {
    throw InputError(file.string(), say({"this is XML, but not GraphML: the element <graphml> is missing",
                                         "文件是XML，但不是GraphML：缺少<graphml>元素"}));
  }
}

/// The names behind "d0", "d1", ... of nodes or of edges.
Attributes names_of_keys(const Tree& graphml, const std::string& element) {
  Attributes names;
  for (const auto& [tag, key] : graphml) {
    const std::string applies = tag == "key" ? key.get<std::string>("<xmlattr>.for", "all") : "";
    if (applies == element || applies == "all")
      names[key.get<std::string>("<xmlattr>.id", "")] =
          key.get<std::string>(Tree::path_type("<xmlattr>/attr.name", '/'), "");
  }
  return names;
}

Attributes attributes_of(const Tree& element, const Attributes& names) {
  Attributes attributes;
  for (const auto& [tag, data] : element) {
    if (tag != "data") continue;
    const auto name = names.find(data.get<std::string>("<xmlattr>.key", ""));
    if (name != names.end()) attributes[name->second] = data.data();
  }
  return attributes;
}

std::string xml_attribute(const Tree& element, const std::string& name) {
  return element.get<std::string>("<xmlattr>." + name, "");
}

/// OSMnx keeps the degrees of a projected network in lon and lat.
double coordinate(const Attributes& attributes, const std::string& degrees, const std::string& axis,
                  const std::string& where) {
  for (const std::string& name : {degrees, axis})
    if (const auto found = attributes.find(name); found != attributes.end()) return to_number(found->second, where);
  throw InputError(where, say({"the node has no {} (nor {})", "节点缺少{}（或{}）"}, axis, degrees));
}

std::optional<double> optional_number(const Attributes& attributes, const std::string& name, const std::string& where) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::nullopt : std::optional(to_number(found->second, where));
}

std::optional<double> minutes_of(const Attributes& edge, const NetworkReading& reading, const std::string& where) {
  if (const auto seconds = optional_number(edge, "travel_time", where)) return *seconds / 60.0;
  const auto metres = optional_number(edge, "length", where);
  if (!metres) return std::nullopt;
  const auto speed = optional_number(edge, "speed_kph", where);
  if (speed && *speed <= 0.0) throw InputError(where, say({"speed_kph must be above zero", "speed_kph必须大于零"}));
  return speed ? *metres / 1000.0 / *speed * 60.0 : reading.minutes_for(*metres / 1000.0);
}

void add_node(const Tree& element, const Attributes& names, const std::string& file, NetworkReading& reading) {
  const std::string id = xml_attribute(element, "id");
  const std::string where = fmt::format("{} node {}", file, id);
  const Attributes node = attributes_of(element, names);
  reading.add({id,
               {coordinate(node, "lon", "x", where), coordinate(node, "lat", "y", where)},
               optional_number(node, "residents", where).value_or(0.0),
               ""},
              where);
}

void add_edge(const Tree& element, const Attributes& names, const std::string& file, NetworkReading& reading) {
  const std::string from = xml_attribute(element, "source"), to = xml_attribute(element, "target");
  const std::string where = fmt::format("{} edge {} - {}", file, from, to);
  reading.join(from, to, minutes_of(attributes_of(element, names), reading, where), where);
}

}  // namespace

Network read_graphml(const std::filesystem::path& file, const Parameters::Travel& travel) {
  NetworkReading reading(file, travel);
  const Tree graphml = parse_xml(file);
  const Attributes node_names = names_of_keys(graphml, "node"), edge_names = names_of_keys(graphml, "edge");
  const Tree graph = graphml.get_child("graph", Tree());
  for (const auto& [tag, element] : graph)
    if (tag == "node") add_node(element, node_names, file.string(), reading);
  for (const auto& [tag, element] : graph)
    if (tag == "edge") add_edge(element, edge_names, file.string(), reading);
  return reading.finished();
}

}  // namespace linli
