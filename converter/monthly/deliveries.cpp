// Reads heads file by file, so that one that cannot be read does not hide the others, and settles which delivery holds for a month.
#include "monthly/deliveries.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace srgconv::monthly {
namespace {

bool is_error(const Diagnostic& diagnostic) { return message(diagnostic.code).severity == Severity::error; }

bool counts_wrongly(const Diagnostic& diagnostic) { return diagnostic.code == "READ-235" || diagnostic.code == "READ-236"; }

// The file as a whole cannot be had, which says nothing of what stands in it.
bool is_out_of_reach(const Diagnostic& diagnostic) { return diagnostic.code == "READ-001" || diagnostic.code == "READ-002" || diagnostic.code == "VER-130"; }

Unattributed unattributed(const std::string& name, bool can_be_read, const Diagnostics& told) {
  Unattributed result{name, FileState::invalid, 0, 0};
  for (const Diagnostic* each : by_place(told.all())) {
    if (!is_error(*each)) continue;
    if (result.errors++ == 0) result.error_line = each->primary.line;
    if (is_out_of_reach(*each)) result.state = FileState::unavailable;
  }
  if (!can_be_read) result.state = FileState::unavailable;
  return result;
}

// Of equal files under several names the first one; what it replaces is told once.
void drop_copies(std::vector<delivery::Head>& heads, std::vector<std::string>& replaced) {
  if (heads.size() < 2) return;
  std::set<std::string> known;
  std::erase_if(heads, [&](const delivery::Head& head) {
    if (head.file.packing == read::Packing::zip) return false;  // the hash is that of the whole archive
    const auto hash = read::sha256_of(head.file.path);
    if (!hash || known.insert(*hash).second) return false;
    replaced.push_back(head.file.name);
    return true;
  });
}

MonthFiles month_files(ReportMonth month, std::vector<delivery::Head> heads) {
  MonthFiles files;
  files.month = month;
  drop_copies(heads, files.replaced);
  std::vector<const delivery::Head*> rivals;
  for (const delivery::Head& head : heads) rivals.push_back(&head);
  std::vector<Diagnostic> why;
  const delivery::Head* holds = delivery::in_force(rivals, {}, why);
  for (Diagnostic& each : why) files.why_not.push_back(finding("CASE-082", each.primary, std::move(each.arguments)));
  if (holds != nullptr) files.holds = *holds;
  for (const delivery::Head& head : heads) {
    if (holds != nullptr && head.file.name != holds->file.name) files.replaced.push_back(head.file.name);
  }
  std::sort(files.replaced.begin(), files.replaced.end());
  return files;
}

}  // namespace

SortedDeliveries sort_deliveries(const Request& request, Diagnostics& diagnostics) {
  SortedDeliveries sorted;
  if (!delivery::read_heads({}, request.delivery_format, request.pack.codes, sorted.why_unusable, diagnostics)) return sorted;
  std::vector<read::InputFile> files = request.deliveries;
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return std::pair(a.name, a.path) < std::pair(b.name, b.path); });
  std::map<SenderCode, std::map<ReportMonth, std::vector<delivery::Head>>> heads;
  for (const read::InputFile& file : files) {
    Diagnostics told;
    std::vector<Diagnostic> why;
    const bool can_be_read = delivery::can_be_read(file, request.delivery_format, told);
    auto head = can_be_read ? delivery::read_heads({file}, request.delivery_format, request.pack.codes, why, told) : std::nullopt;
    if (head)
      heads[head->front().sender][head->front().month].push_back(std::move(head->front()));
    else
      sorted.unattributed.push_back(unattributed(file.name, can_be_read, told));
    if (!head) diagnostics.append(std::move(told));  // of a file with a head, reading it whole tells
  }
  for (auto& [sender, months] : heads) {
    for (auto& [month, rivals] : months) sorted.senders[sender].push_back(month_files(month, std::move(rivals)));
  }
  return sorted;
}

ReadDelivery read_month(const delivery::Head& head, const Request& request, delivery::Words& words, Diagnostics& diagnostics) {
  ReadDelivery result;
  Diagnostics told;
  std::vector<Diagnostic> why;
  result.delivery = delivery::read_delivery(head, request.delivery_format, request.pack.codes, words, why, told);
  for (const rules::Field& field : request.delivery_format.header) result.states_counts = result.states_counts || (field.count && !field.path.empty());
  std::uint64_t errors = 0;
  std::uint32_t first_line = 0;
  for (const Diagnostic* each : by_place(told.all())) {
    if (!is_error(*each)) continue;
    if (counts_wrongly(*each)) {
      const bool number = each->code == "READ-235";
      result.count_findings.push_back(finding(number ? "VER-020" : "VER-010", each->primary, each->arguments));
      continue;
    }
    if (errors++ == 0) first_line = each->primary.line;
    if (is_out_of_reach(*each)) result.state = FileState::unavailable;
  }
  const std::string& file = head.file.name;
  for (const Diagnostic& reason : why) {
    // Values that cannot be read leave provisions of which nobody knows what they are.
    if (reason.code != "VER-134") continue;
    result.format_findings.push_back(finding("VER-002", reason.primary, {{"field", reason.arguments.at("field")}}));
    errors = 0;
  }
  if (errors > 0) result.format_findings.push_back(finding("VER-001", {file, first_line, 0, 0, ""}, {{"count", std::to_string(errors)}}));
  if (!result.format_findings.empty() && result.state == FileState::usable) result.state = FileState::invalid;
  // A file that was not read to its end, for whatever other reason, is not relied on.
  const bool cut_off = std::any_of(why.begin(), why.end(), [](const Diagnostic& reason) { return reason.code == "VER-133"; });
  if (cut_off && result.format_findings.empty() && result.count_findings.empty()) result.state = FileState::unavailable;
  diagnostics.append(std::move(told));
  return result;
}

}  // namespace srgconv::monthly
