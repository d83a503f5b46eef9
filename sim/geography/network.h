#pragma once

/// The user's own network of streets or places, in place of generated places. It may be
/// - GraphML (Brandes et al. 2002), such as OSMnx, igraph and Gephi write, also packed with gzip;
/// - a pair of CSV files, one of nodes and one of edges.
/// Both are tables of nodes and of edges, and network_reading.h says which names are known. An edge that says neither
/// length nor time has the length of a straight line times the detour. Roads may be travelled both ways, whatever the
/// file says.
///
/// The world still has as many grids as it says. A node belongs to the town it names, else to the nearest centre. The
/// nodes of a town are divided into communities and grids, and the middle node of a grid stands for it. A node is
/// served by the nearest of these; two grids are neighbours where a road leads from a node of the one to a node of the
/// other, at the minutes of the quickest such way (Mehlhorn 1988). Where there are as many nodes as grids, every node
/// is a grid and every road an edge.

#include <filesystem>
#include <string>
#include <vector>

#include "core/error.h"
#include "geography/places.h"
#include "geography/roads.h"
#include "model/table.h"

namespace linli {

struct Node {
  std::string id;
  Coordinates at;
  double residents = 0.0;  // weight in the town's residents; zero: not known
  std::string town;        // code or name of the town; empty: the nearest
};

struct Network {
  std::string file;
  std::vector<Node> nodes;
  std::vector<Link> links;  // between positions in `nodes`; each pair once
  Notes notes;              // on what was read
};

/// Reads the world's network and checks that it lies where the towns do, is connected (or takes its largest part) and
/// has nodes enough. Throws InputError.
Network read_network(const World& world, const Parameters::Travel& travel);

Network read_graphml(const std::filesystem::path& file, const Parameters::Travel& travel);
Network read_tables(const std::filesystem::path& nodes, const std::filesystem::path& edges,
                    const Parameters::Travel& travel);

/// Throws InputError when the nodes lie too far from the towns for the file to be a network of these.
void require_near_towns(const World& world, const Network& network);

/// Chooses the world's grids among the nodes, town by town. Throws InputError for a town without nodes.
std::vector<TownPlaces> place_on_network(const World& world, const Network& network);

/// Roads between grids, which are numbered in the order of their places.
std::vector<Link> links_between(const std::vector<TownPlaces>& places, const Network& network);

}  // namespace linli
