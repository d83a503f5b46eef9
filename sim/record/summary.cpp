#include "record/summary.h"

#include "core/error.h"
#include "core/files.h"
#include "record/hdf5.h"
#include "record/read_totals.h"

namespace linli {
namespace {

void read_provenance(hid_t file, RunSummary& summary) {
  const Handle group(H5Gopen2(file, "provenance", H5P_DEFAULT));
  summary.title_en = read_text(file, "title");
  summary.title_zh = read_text(file, "title_zh");
  summary.scenario_hash = read_text(group, "scenario_hash");
  summary.lineage = read_text(group, "lineage");
  summary.seed = read_count(group, "seed");
  summary.version = read_text(group, "version");
  summary.commit = read_text(group, "commit");
  summary.compiler = read_text(group, "compiler");
  summary.threads = static_cast<int>(read_number(group, "threads"));
  summary.people = read_number(group, "people");
  summary.population_scale = read_number(group, "population_scale");
  summary.start = read_text(group, "start");
  summary.days_planned = static_cast<Day>(read_number(group, "days_planned"));
  summary.days_completed = static_cast<Day>(read_number(group, "days_completed"));
  summary.complete = read_number(group, "complete") != 0.0;
  summary.events = read_count(group, "events");
  summary.state_hash = read_text(group, "state_hash");
  summary.wall_seconds = read_number(group, "wall_seconds");
  constexpr std::string_view prefix = "seconds_";
  for (const std::string& name : attribute_names(group))
    if (name.starts_with(prefix))
      summary.phase_seconds.emplace_back(name.substr(prefix.size()), read_number(group, name));
}

Handle open_hdf5(const std::filesystem::path& file) {
  require_file(file, "");
  if (H5Fis_hdf5(file.c_str()) <= 0)
    throw InputError(file.string(), say({"this is not an HDF5 file", "这不是HDF5文件"}));
  return Handle(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
}

}  // namespace

RunSummary read_summary(const std::filesystem::path& file, Day first) {
  const Text complaint = {"this is not a result of linli-sim, or it is damaged ({})",
                          "这不是linli-sim的结果文件，或文件已损坏（{}）"};
  return reading(file, complaint, [&] {
    const Handle opened = open_hdf5(file);
    RunSummary summary;
    summary.file = file;
    read_provenance(opened, summary);
    summary.totals = read_totals(opened, summary.start, first);
    return summary;
  });
}

}  // namespace linli
