#pragma once

/// netCDF-4 over HDF5: dimensions, coordinate variables and variables that grow along their first dimension.
///
/// What makes an HDF5 file a netCDF-4 file: creation order is tracked everywhere, every dimension is a dimension
/// scale, and every variable has the scales of its dimensions attached (NetCDF-4 file format, Unidata). Attributes
/// follow the CF conventions; `long_name_zh` is ours.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "record/hdf5.h"

namespace linli {

/// A dataset with named dimensions; a dimension is itself a variable, its coordinate.
struct Variable {
  Handle dataset;
  std::string name;
  std::vector<hsize_t> shape;  // today; the first may grow
  bool grows = false;
};

/// Creates an empty netCDF-4 file, in place of any other of that name, with the given file access properties.
Handle create_netcdf(const std::string& file, hid_t access = H5P_DEFAULT);
Handle create_group(hid_t parent, const std::string& name);

/// A dimension of fixed size with its coordinate variable of the given type.
Variable create_dimension(hid_t parent, const std::string& name, hid_t type, std::size_t size);
/// A dimension that grows, with its coordinate variable.
Variable create_growing_dimension(hid_t parent, const std::string& name, hid_t type);
/// A dimension that grows and has no coordinates.
Variable create_growing_rows(hid_t parent, const std::string& name);

/// A variable over some dimensions. If the first grows so does the variable, compressed in chunks of `chunk_rows`.
/// Missing values are NaN in variables of floating type; others have none unless told which number stands for it.
Variable create_variable(hid_t parent, const std::string& name, hid_t type,
                         const std::vector<const Variable*>& dimensions, std::size_t chunk_rows = 1,
                         std::optional<std::int32_t> missing = {});

/// Names, and the unit unless it is empty.
void annotate(const Variable& variable, const Text& title, std::string_view unit);
/// Makes a coordinate the axis of time; `units` are of the form "days since 2021-01-01".
void annotate_time_axis(const Variable& variable, std::string_view units);

/// Fills a variable of fixed size.
void write(const Variable& variable, hid_t memory_type, const void* values);
void write_texts(const Variable& variable, const std::vector<std::string>& texts);

/// A dimension that numbers its rows from 0, and texts along one.
Variable create_index(hid_t parent, const std::string& name, const Text& title, std::size_t size);
void write_labels(hid_t parent, const Variable& dimension, const std::string& name, const Text& title,
                  const std::vector<std::string>& texts);
template <class T>
void write_values(const Variable& variable, const std::vector<T>& values) {
  write(variable, native<T>(), values.data());
}

/// Adds the first rows of the same variable of another file, some at a time. Throws Hdf5Error where that is of
/// another type or shape, or has fewer.
void take_over(Variable& variable, hid_t other, const std::string& path, hsize_t rows);

/// Lengthens a variable that grows by rows that are missing.
void grow(Variable& variable, hsize_t rows);
/// Adds rows at the end of a variable that grows.
void append(Variable& variable, hsize_t rows, hid_t memory_type, const void* values);
template <class T>
void append_values(Variable& variable, hsize_t rows, const std::vector<T>& values) {
  append(variable, rows, native<T>(), values.data());
}

}  // namespace linli
