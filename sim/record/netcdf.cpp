#include "record/netcdf.h"

#include <hdf5_hl.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace linli {
namespace {

constexpr unsigned creation_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
constexpr unsigned compression = 1;     // deflate: higher levels take longer and gain a few per cent
constexpr hsize_t widest_chunk = 1024;  // along dimensions that do not grow
constexpr hsize_t coordinate_chunk = 1024;
constexpr std::string_view money_unit = "yuan";

void fill_with(hid_t properties, hid_t type, std::optional<std::int32_t> missing) {
  const float nothing = std::numeric_limits<float>::quiet_NaN();
  if (H5Tget_class(type) == H5T_FLOAT)
    checked(H5Pset_fill_value(properties, native<float>(), &nothing));
  else if (missing)
    checked(H5Pset_fill_value(properties, native<std::int32_t>(), &*missing));
}

/// netCDF wants the value in the type of the variable.
void annotate_missing(hid_t dataset, hid_t type, std::optional<std::int32_t> missing) {
  const bool is_number = H5Tget_class(type) == H5T_FLOAT;
  if (!is_number && !missing) return;
  const double value = is_number ? std::numeric_limits<double>::quiet_NaN() : *missing;
  const hsize_t one = 1;
  const Handle space(H5Screate_simple(1, &one, nullptr));
  const Handle attribute(H5Acreate2(dataset, "_FillValue", type, space, H5P_DEFAULT, H5P_DEFAULT));
  checked(H5Awrite(attribute, native<double>(), &value));
}

std::vector<hsize_t> chunk_of(const std::vector<hsize_t>& extents, std::size_t chunk_rows) {
  std::vector<hsize_t> chunk(extents);
  for (hsize_t& extent : chunk) extent = std::clamp<hsize_t>(extent, 1, widest_chunk);
  chunk.front() = chunk_rows;
  return chunk;
}

void compress(hid_t properties, hid_t type, const std::vector<hsize_t>& chunk) {
  checked(H5Pset_chunk(properties, static_cast<int>(chunk.size()), chunk.data()));
  if (H5Tget_size(type) > 1) checked(H5Pset_shuffle(properties));
  checked(H5Pset_deflate(properties, compression));
  checked(H5Pset_fletcher32(properties));  // a flipped bit is an error, not another number
}

// Room for one row of chunks: none is compressed twice, and each as soon as it is full.
void cache_one_row(hid_t access, hid_t type, const std::vector<hsize_t>& extents, const std::vector<hsize_t>& chunk) {
  std::size_t bytes = H5Tget_size(type) * chunk.front();
  for (std::size_t i = 1; i < chunk.size(); ++i) bytes *= (extents[i] + chunk[i] - 1) / chunk[i] * chunk[i];
  checked(H5Pset_chunk_cache(access, H5D_CHUNK_CACHE_NSLOTS_DEFAULT, bytes, 1.0));
}

struct Shape {
  std::vector<hsize_t> extents;
  bool grows = false;
};

Variable create_dataset(hid_t parent, const std::string& name, hid_t type, const Shape& shape, std::size_t chunk_rows,
                        std::optional<std::int32_t> missing = {}) {
  const Handle properties(H5Pcreate(H5P_DATASET_CREATE));
  const Handle access(H5Pcreate(H5P_DATASET_ACCESS));
  checked(H5Pset_attr_creation_order(properties, creation_order));
  fill_with(properties, type, missing);
  if (shape.grows) {
    const std::vector<hsize_t> chunk = chunk_of(shape.extents, chunk_rows);
    compress(properties, type, chunk);
    cache_one_row(access, type, shape.extents, chunk);
  }
  std::vector<hsize_t> largest(shape.extents);
  if (shape.grows) largest.front() = H5S_UNLIMITED;
  const Handle space(H5Screate_simple(static_cast<int>(largest.size()), shape.extents.data(), largest.data()));
  Handle dataset(H5Dcreate2(parent, name.c_str(), type, space, H5P_DEFAULT, properties, access));
  return {std::move(dataset), name, shape.extents, shape.grows};
}

Variable create_coordinate(hid_t parent, const std::string& name, hid_t type, const Shape& shape) {
  Variable dimension = create_dataset(parent, name, type, shape, coordinate_chunk);
  checked(H5DSset_scale(dimension.dataset, name.c_str()));
  return dimension;
}

// To UDUNITS "hour" is the same unit, but only the plural makes xarray turn amounts into lengths of time on a calendar.
std::string_view amount_of(std::string_view unit) {
  return unit == "days" || unit == "hours" || unit == "minutes" ? unit.substr(0, unit.size() - 1) : unit;
}

}  // namespace

Handle create_netcdf(const std::string& file, hid_t access) {
  const Handle properties(H5Pcreate(H5P_FILE_CREATE));
  checked(H5Pset_link_creation_order(properties, creation_order));
  checked(H5Pset_attr_creation_order(properties, creation_order));
  return Handle(H5Fcreate(file.c_str(), H5F_ACC_TRUNC, properties, access));
}

Handle create_group(hid_t parent, const std::string& name) {
  const Handle properties(H5Pcreate(H5P_GROUP_CREATE));
  checked(H5Pset_link_creation_order(properties, creation_order));
  checked(H5Pset_attr_creation_order(properties, creation_order));
  return Handle(H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, properties, H5P_DEFAULT));
}

Variable create_dimension(hid_t parent, const std::string& name, hid_t type, std::size_t size) {
  return create_coordinate(parent, name, type, {{size}, false});
}

Variable create_growing_dimension(hid_t parent, const std::string& name, hid_t type) {
  return create_coordinate(parent, name, type, {{0}, true});
}

Variable create_growing_rows(hid_t parent, const std::string& name) {
  Variable rows = create_dataset(parent, name, native<float>(), {{0}, true}, coordinate_chunk);
  checked(H5DSset_scale(rows.dataset, "This is a netCDF dimension but not a netCDF variable.         0"));
  return rows;
}

Variable create_variable(hid_t parent, const std::string& name, hid_t type,
                         const std::vector<const Variable*>& dimensions, std::size_t chunk_rows,
                         std::optional<std::int32_t> missing) {
  Shape shape;
  for (const Variable* dimension : dimensions) shape.extents.push_back(dimension->shape.front());
  shape.grows = dimensions.front()->grows;
  Variable variable = create_dataset(parent, name, type, shape, chunk_rows, missing);
  for (unsigned i = 0; i < dimensions.size(); ++i)
    checked(H5DSattach_scale(variable.dataset, dimensions[i]->dataset, i));
  annotate_missing(variable.dataset, type, missing);
  return variable;
}

void annotate(const Variable& variable, const Text& title, std::string_view unit) {
  write_attribute(variable.dataset, "long_name", title.english);
  write_attribute(variable.dataset, "long_name_zh", title.chinese);
  if (unit.empty()) return;
  // Money is no unit of UDUNITS, which CF asks for.
  write_attribute(variable.dataset, "units", unit == money_unit ? std::string_view("1") : amount_of(unit));
  if (unit == money_unit) write_attribute(variable.dataset, "currency", unit);
}

void annotate_time_axis(const Variable& variable, std::string_view units) {
  write_attribute(variable.dataset, "units", units);
  write_attribute(variable.dataset, "calendar", "proleptic_gregorian");
  write_attribute(variable.dataset, "units_metadata", "leap_seconds: none");
  write_attribute(variable.dataset, "standard_name", "time");
  write_attribute(variable.dataset, "axis", "T");
}

void write(const Variable& variable, hid_t memory_type, const void* values) {
  checked(H5Dwrite(variable.dataset, memory_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values));
}

void write_texts(const Variable& variable, const std::vector<std::string>& texts) {
  assert(texts.size() == variable.shape.front());
  std::vector<const char*> pointers;
  for (const std::string& text : texts) pointers.push_back(text.c_str());
  write(variable, text_type(), pointers.data());
}

Variable create_index(hid_t parent, const std::string& name, const Text& title, std::size_t size) {
  Variable index = create_dimension(parent, name, native<std::int32_t>(), size);
  std::vector<std::int32_t> rows(size);
  std::iota(rows.begin(), rows.end(), 0);
  write_values(index, rows);
  annotate(index, title, "1");
  return index;
}

void write_labels(hid_t parent, const Variable& dimension, const std::string& name, const Text& title,
                  const std::vector<std::string>& texts) {
  const Variable labels = create_variable(parent, name, text_type(), {&dimension});
  write_texts(labels, texts);
  annotate(labels, title, "");
}

namespace {

/// The other file's dataset, if it has so many rows of the same kind.
Handle open_like(const Variable& variable, hid_t other, const std::string& path, hsize_t rows) {
  Handle dataset(H5Dopen2(other, path.c_str(), H5P_DEFAULT));
  const Handle space(H5Dget_space(dataset)), type(H5Dget_type(dataset)), own(H5Dget_type(variable.dataset));
  std::vector<hsize_t> extents(variable.shape.size());
  if (H5Sget_simple_extent_ndims(space) != static_cast<int>(extents.size()) || checked(H5Tequal(type, own)) == 0)
    throw Hdf5Error(path + " is of another kind");
  checked(H5Sget_simple_extent_dims(space, extents.data(), nullptr));
  const bool fits = std::equal(extents.begin() + 1, extents.end(), variable.shape.begin() + 1);
  if (!fits || extents.front() < rows) throw Hdf5Error(path + " has other rows");
  return dataset;
}

}  // namespace

void take_over(Variable& variable, hid_t other, const std::string& path, hsize_t rows) {
  const Handle dataset = open_like(variable, other, path, rows), type(H5Dget_type(dataset));
  std::vector<hsize_t> start(variable.shape.size(), 0), count(variable.shape);
  std::size_t width = H5Tget_size(type);
  for (std::size_t i = 1; i < count.size(); ++i) width *= count[i];
  constexpr std::size_t bytes_at_a_time = std::size_t{16} << 20;
  const hsize_t rows_at_a_time = std::max<hsize_t>(1, bytes_at_a_time / width);
  for (hsize_t row = 0; row < rows; row += count.front()) {
    start.front() = row, count.front() = std::min(rows_at_a_time, rows - row);
    const Handle file_space(H5Dget_space(dataset));
    const Handle memory_space(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr));
    checked(H5Sselect_hyperslab(file_space, H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr));
    std::vector<std::byte> values(width * count.front());
    checked(H5Dread(dataset, type, memory_space, file_space, H5P_DEFAULT, values.data()));
    append(variable, count.front(), type, values.data());
  }
}

void grow(Variable& variable, hsize_t rows) {
  variable.shape.front() += rows;
  checked(H5Dset_extent(variable.dataset, variable.shape.data()));
}

void append(Variable& variable, hsize_t rows, hid_t memory_type, const void* values) {
  if (rows == 0) return;
  std::vector<hsize_t> first(variable.shape.size(), 0);
  first.front() = variable.shape.front();
  std::vector<hsize_t> extents(variable.shape);
  extents.front() = rows;
  grow(variable, rows);
  const Handle place(H5Dget_space(variable.dataset));
  checked(H5Sselect_hyperslab(place, H5S_SELECT_SET, first.data(), nullptr, extents.data(), nullptr));
  const Handle memory(H5Screate_simple(static_cast<int>(extents.size()), extents.data(), nullptr));
  checked(H5Dwrite(variable.dataset, memory_type, memory, place, H5P_DEFAULT, values));
}

}  // namespace linli
