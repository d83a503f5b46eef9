#pragma once

/// A flat map of a neighbourhood, in kilometres: the equirectangular projection about one place. Within a city its
/// error is far below the size of a grid.

#include <Eigen/Core>
#include <cmath>
#include <numbers>
#include <vector>

namespace linli {

using Point = Eigen::Vector2d;  // [km] east, north

inline constexpr double earth_radius_km = 6371.0088;
inline constexpr double radians_per_degree = std::numbers::pi / 180.0;

struct Coordinates {
  double lon = 0.0;  // [degrees east]
  double lat = 0.0;  // [degrees north]
};

/// The plane that touches the globe at `origin`.
class Plane {
 public:
  explicit Plane(Coordinates origin)
      : origin_(origin),
        km_per_lat_(earth_radius_km * radians_per_degree),
        km_per_lon_(km_per_lat_ * std::cos(origin.lat * radians_per_degree)) {}

  Point flat(Coordinates place) const {
    return {(place.lon - origin_.lon) * km_per_lon_, (place.lat - origin_.lat) * km_per_lat_};
  }
  Coordinates round(const Point& point) const {
    return {origin_.lon + point.x() / km_per_lon_, origin_.lat + point.y() / km_per_lat_};
  }

 private:
  Coordinates origin_;
  double km_per_lat_;
  double km_per_lon_;
};

}  // namespace linli
