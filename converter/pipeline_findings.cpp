// Waivers in, reports out: the same for every command that judges.
#include "pipeline_findings.hpp"

#include <utility>

#include "read/read.hpp"
#include "write/write.hpp"

namespace srgconv {

namespace fs = std::filesystem;

std::optional<std::vector<findings::Waiver>> take_waivers(const fs::path& file, const fs::path& folder, std::vector<report::Input>& inputs,
                                                          Diagnostics& diagnostics) {
  if (file.empty()) return std::vector<findings::Waiver>{};
  const fs::path beside = fs::absolute(file).lexically_normal().lexically_relative(fs::absolute(folder).lexically_normal());
  const bool within = !beside.empty() && *beside.begin() != "..";
  const std::string name = within ? beside.generic_string() : file.filename().string();
  auto waivers = findings::read_waivers({file, name}, diagnostics);
  if (waivers) inputs.push_back({"waivers", name, read::sha256_of(file).value_or("")});
  return waivers;
}

void tell_waivers(const findings::Book& book, std::vector<report::Model>& transitions, Diagnostics& diagnostics) {
  for (Diagnostic& told : book.told()) {
    transitions.back().findings.add(told);
    diagnostics.add(std::move(told));
  }
}

void name_reports(std::vector<std::string>& outputs, const std::vector<std::string>& forms, const std::vector<report::Table>& lists) {
  outputs.emplace_back("bad-rows.csv");
  for (const report::Table& list : lists) outputs.push_back(list.file);
  for (const report::ResultForm& form : report::result_forms(forms)) outputs.emplace_back(form.file);
  outputs.insert(outputs.end(), {"report.json", "manifest.json"});
}

void write_reports(const fs::path& folder, const std::vector<report::Model>& transitions, const std::vector<std::string>& forms,
                   const report::ManifestHead& head, const std::vector<report::Input>& inputs, std::vector<std::string> others,
                   const std::vector<report::Table>& lists) {
  const auto write_table = [&](const report::Table& table) {
    write::CsvList list(table.columns);
    for (const auto& row : table.rows) list.add(row);
    write::write_file(folder / table.file, list.content());
    others.push_back(table.file);
  };
  write_table(report::bad_rows_list(transitions));
  for (const report::Table& table : lists) write_table(table);
  for (const report::ResultForm& form : report::result_forms(forms)) {
    write::write_file(folder / form.file, form.render(transitions));
    others.emplace_back(form.file);
  }
  write::write_file(folder / "report.json", report::json_report(transitions));
  others.emplace_back("report.json");
  std::vector<std::pair<std::string, std::string>> outputs;
  for (const std::string& name : others) outputs.emplace_back(name, read::sha256_of(folder / name).value_or(""));
  write::write_file(folder / "manifest.json", report::manifest(head, inputs, outputs));
}

}  // namespace srgconv
