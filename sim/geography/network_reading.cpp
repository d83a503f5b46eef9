#include "geography/network_reading.h"

#include <charconv>
#include <cmath>
#include <fstream>

#include "core/error.h"
#include "geography/town_graph.h"

namespace linli {
namespace {

constexpr float least_minutes = 0.001f;  // places at the same spot are still two

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(blank) - first + 1);
}

void require_degrees(const Node& node, const std::string& where) {
  if (std::abs(node.at.lon) <= 180.0 && std::abs(node.at.lat) <= 90.0) return;
  const Text not_degrees = {
      "node {0} lies at ({1}, {2}); x must be degrees of longitude (-180 to 180) and y degrees of latitude (-90 to "
      "90): "
      "export the network before projecting it",
      "节点{0}位于（{1}，{2}）；x应为经度（-180至180度），y应为纬度（-90至90度），请导出未经投影的网络"};
  throw InputError(where, say(not_degrees, node.id, node.at.lon, node.at.lat));
}

}  // namespace

double to_number(std::string_view text, const std::string& where) {
  const std::string_view digits = trimmed(text);
  double value = 0.0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc() && end == digits.data() + digits.size() && std::isfinite(value)) return value;
  throw InputError(where, say({"\"{}\" is not a number", "“{}”不是数字"}, std::string(digits)));
}

void require_readable(const std::filesystem::path& file) {
  if (std::filesystem::is_regular_file(file) && std::ifstream(file)) return;
  throw InputError(file.string(), say({"there is no such file, or it cannot be read", "文件不存在或无法读取"}));
}

NetworkReading::NetworkReading(const std::filesystem::path& file, const Parameters::Travel& travel)
    : travel_(travel), network_{file.string(), {}, {}} {
  require_readable(file);
}

void NetworkReading::add(const Node& node, const std::string& where) {
  require_degrees(node, where);
  if (node.residents < 0.0) throw InputError(where, say({"residents cannot be negative", "居民人数不能为负"}));
  if (!position_.emplace(node.id, network_.nodes.size()).second)
    throw InputError(where, say({"a second node has the id {}", "节点编号{}重复"}, node.id));
  network_.nodes.push_back(node);
}

std::uint32_t NetworkReading::find(const std::string& id, const std::string& where) const {
  const auto found = position_.find(id);
  if (found != position_.end()) return found->second;
  throw InputError(where, say({"the edge ends at node {}, which does not exist", "边所连接的节点{}不存在"}, id));
}

void NetworkReading::join(const std::string& from, const std::string& to, std::optional<double> minutes,
                          const std::string& where) {
  const std::uint32_t a = find(from, where), b = find(to, where);
  if (minutes && *minutes < 0.0)
    throw InputError(where, say({"an edge cannot have a negative length or time", "边的长度或时间不能为负"}));
  const Coordinates start = network_.nodes[a].at, end = network_.nodes[b].at;
  if (!minutes) minutes = minutes_for(distance_km(start.lon, start.lat, end.lon, end.lat) * travel_.detour);
  network_.links.push_back({a, b, std::max(least_minutes, static_cast<float>(*minutes))});
}

Network NetworkReading::finished() {
  if (network_.nodes.empty()) throw InputError(network_.file, say({"the network has no nodes", "网络中没有任何节点"}));
  network_.links = quickest_links(std::move(network_.links));
  return std::move(network_);
}

}  // namespace linli
