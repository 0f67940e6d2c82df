// findings.csv, row by row.
#include <fmt/format.h>

#include "findings/external_sort.hpp"
#include "findings/findings.hpp"
#include "write/output_file.hpp"
#include "write/write.hpp"

namespace srgconv::findings {
namespace {

std::string argument(const checks::Finding& finding, const char* name) {
  const auto found = finding.arguments.find(name);
  return found == finding.arguments.end() ? std::string() : shown(found->second);
}

// What the finding is about, for a program: `count=3 | line=7`.
std::string all_arguments(const checks::Finding& finding) {
  std::string text;
  for (const auto& [name, value] : finding.arguments) text += (text.empty() ? "" : " | ") + name + "=" + shown(value);
  return text;
}

const std::vector<bool>& guarded() {
  static const std::vector<bool> free_text{false, false, false, false, false, false, true, true, false, false, true, true, true, true, true, true};
  return free_text;
}

}  // namespace

struct List::Sorter {
  explicit Sorter(std::filesystem::path to) : path(std::move(to)), sort(path) {}
  std::filesystem::path path;
  ExternalSort sort;
  std::uint64_t count = 0;
};

List::List(std::filesystem::path path) : sorter_(std::make_unique<Sorter>(std::move(path))) {}
List::~List() = default;

std::uint64_t List::count() const { return sorter_->count; }

const std::vector<std::string>& List::columns() {
  static const std::vector<std::string> all{"fingerprint", "check", "code",  "severity",    "result",  "waived",      "transition", "file",
                                            "line",        "key",   "field", "sentence_nl", "next_nl", "sentence_en", "next_en",    "arguments"};
  return all;
}

void List::add(const std::string& transition, std::size_t transition_number, const checks::CheckResult& check, const checks::Finding& finding) {
  const bool rejects = check.severity == pack::CheckSeverity::reject;
  std::string key = fmt::format("{:08x}{}{}", transition_number, rejects ? 0 : 1, check.id);
  key += '\0';
  key += finding.primary.file;
  key += '\0';
  key += fmt::format("{:010}{}", finding.primary.line, finding.code);
  std::string field = argument(finding, "field");
  if (field.empty()) field = argument(finding, "fields");
  std::string row;
  write::append_csv_row(
      row,
      {checks::fingerprint(check.id, finding), check.id, finding.code, rejects ? "reject" : "signal", std::string(name(finding.outcome)),
       finding.waived ? "yes" : "no", shown(transition), shown(finding.primary.file),
       finding.primary.line > 0 ? std::to_string(finding.primary.line) : std::string(), argument(finding, "key"), field, shown(sentence(finding, Language::nl)),
       shown(tip(finding, Language::nl)), shown(sentence(finding, Language::en)), shown(tip(finding, Language::en)), all_arguments(finding)},
      guarded());
  sorter_->sort.add(std::move(key), std::move(row));
  ++sorter_->count;
}

void List::finish() {
  write::OutputFile file(sorter_->path);
  std::string block = write::CsvList(columns()).content();
  sorter_->sort.finish([&](std::string_view row) {
    block += row;
    if (block.size() < std::size_t{1} << 20) return;
    file.write(block);
    block.clear();
  });
  file.write(block);
  file.finish();
}

}  // namespace srgconv::findings
