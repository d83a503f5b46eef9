#include "geography/roads.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <tuple>
#include <utility>

namespace linli {

Roads::Roads(std::size_t places, const std::vector<Link>& links) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<Road> roads;
  for (const Link& link : links) {
    ends.insert(ends.end(), {{link.from, link.to}, {link.to, link.from}});
    roads.insert(roads.end(), 2, Road{link.minutes});
  }
  graph_ = Graph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), roads.begin(),
                 static_cast<std::uint32_t>(places));
}

struct Roads::WithinLimit {
  const Graph* graph = nullptr;
  const std::vector<double>* minutes = nullptr;
  double limit = everywhere;

  bool operator()(const Graph::edge_descriptor& road) const {
    return (*minutes)[source(road, *graph)] + (*graph)[road].minutes <= limit;
  }
};

struct Roads::RememberSource : boost::dijkstra_visitor<> {
  std::vector<std::uint32_t>* sources;

  explicit RememberSource(std::vector<std::uint32_t>& remembered) : sources(&remembered) {}

  template <class Edge, class AnyGraph>
  void edge_relaxed(const Edge& road, const AnyGraph& graph) const {
    (*sources)[target(road, graph)] = (*sources)[source(road, graph)];
  }
};

Reached Roads::reach(std::vector<std::uint32_t> sources, double limit) const {
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  const std::size_t places = num_vertices(graph_);
  Reached reached{std::vector<double>(places, everywhere), std::vector<std::uint32_t>(places)};
  for (std::uint32_t place : sources) reached.source[place] = place;

  const boost::filtered_graph<Graph, WithinLimit> near(graph_, WithinLimit{&graph_, &reached.minutes, limit});
  const boost::typed_identity_property_map<std::uint32_t> index;
  boost::dijkstra_shortest_paths(near, sources.begin(), sources.end(), boost::dummy_property_map(),
                                 boost::make_iterator_property_map(reached.minutes.begin(), index),
                                 get(&Road::minutes, graph_), index, std::less<double>(), std::plus<double>(),
                                 everywhere, 0.0, RememberSource(reached.source));
  return reached;
}

std::vector<std::uint32_t> parts_of(std::size_t places, const std::vector<Link>& links) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> graph(places);
  for (const Link& link : links) add_edge(link.from, link.to, graph);
  std::vector<std::uint32_t> part(places);
  const boost::typed_identity_property_map<std::size_t> index;
  boost::connected_components(graph, boost::make_iterator_property_map(part.begin(), index));
  return part;
}

std::vector<std::uint32_t> connected_parts(std::size_t places, const std::vector<Link>& links) {
  const std::vector<std::uint32_t> part = parts_of(places, links);
  std::vector<std::uint32_t> first;
  for (std::uint32_t place = 0; place < places; ++place)
    if (part[place] == first.size()) first.push_back(place);
  return first;
}

std::vector<Link> quickest_links(std::vector<Link> links) {
  std::erase_if(links, [](const Link& link) { return link.from == link.to; });
  for (Link& link : links)
    if (link.to < link.from) std::swap(link.from, link.to);
  std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
    return std::tie(a.from, a.to, a.minutes) < std::tie(b.from, b.to, b.minutes);
  });
  const auto same_pair = [](const Link& a, const Link& b) { return a.from == b.from && a.to == b.to; };
  links.erase(std::unique(links.begin(), links.end(), same_pair), links.end());
  return links;
}

}  // namespace linli
