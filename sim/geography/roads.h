#pragma once

/// Shortest paths and connected parts: the library's only use of Boost.Graph.

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <limits>
#include <vector>

namespace linli {

/// A road that can be travelled both ways.
struct Link {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  float minutes = 0.0f;
};

/// How every place is reached from the nearest of some sources.
struct Reached {
  std::vector<double> minutes;        // infinity where out of reach
  std::vector<std::uint32_t> source;  // the nearest source; meaningless where out of reach
};

class Roads {
 public:
  static constexpr double everywhere = std::numeric_limits<double>::infinity();

  Roads(std::size_t places, const std::vector<Link>& links);

  /// Dijkstra's search from several sources at once; roads that end beyond `limit` minutes are not taken.
  Reached reach(std::vector<std::uint32_t> sources, double limit = everywhere) const;

 private:
  struct Road {
    float minutes = 0.0f;
  };
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Road, boost::no_property,
                                                   std::uint32_t, std::uint32_t>;
  struct WithinLimit;
  struct RememberSource;

  Graph graph_;
};

/// The connected part that each place belongs to, numbered in the order of their first places.
std::vector<std::uint32_t> parts_of(std::size_t places, const std::vector<Link>& links);

/// The first place of every connected part.
std::vector<std::uint32_t> connected_parts(std::size_t places, const std::vector<Link>& links);

/// Each pair once, in ascending order, by its quickest link; links from a place to itself are dropped.
std::vector<Link> quickest_links(std::vector<Link> links);

}  // namespace linli
