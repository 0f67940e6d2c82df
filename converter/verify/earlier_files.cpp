// The order of earlier conversion files follows from their headers, never from the order in which they were given.
#include "verify/earlier_files.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "verify/conversion_file.hpp"

namespace srgconv::verify {
namespace {

// What is wrong with a file that was read, so that it cannot be relied on.
void judge_readable(const ConversionFile& file, std::vector<Diagnostic>& why) {
  for (const Diagnostic& diagnostic : file.why_not) why.push_back(diagnostic);
  if (file.state != FileState::readable) return;
  const auto require = [&](bool there, const char* field) {
    if (!there) why.push_back({"VER-010", {file.name, file.header.line, 0, 0, {}}, {{"field", field}}, {}, {}});
  };
  require(file.header.sender.has_value(), "sender");
  require(file.header.month.has_value(), "month");
  require(file.header.sequence.has_value(), "sequence");
  for (const UnreadableValue& value : file.unreadable) why.push_back({"VER-002", {file.name, value.line, 0, 0, {}}, {{"field", value.field}}, {}, {}});
}

auto place_in_order(const FileHeader& header) { return std::tie(header.month, header.sender, header.sequence); }

}  // namespace

EarlierFiles read_earlier_files(const std::vector<read::InputFile>& inputs, const rules::Format& format, const CodeLists& codes, Words& words,
                                Diagnostics& diagnostics) {
  EarlierFiles earlier;
  ConversionFiles& files = earlier.files;
  for (const read::InputFile& input : inputs) read_conversion_file(input, format, codes, words, files, diagnostics);
  for (const ConversionFile& file : files.each) judge_readable(file, earlier.why_unusable);
  if (!earlier.why_unusable.empty()) return earlier;

  std::vector<std::uint32_t> order(files.each.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple_cat(place_in_order(files.each[a].header), std::tie(files.each[a].name)) <
           std::tuple_cat(place_in_order(files.each[b].header), std::tie(files.each[b].name));
  });
  for (std::size_t i = 0; i < order.size(); ++i) {
    const ConversionFile& file = files.each[order[i]];
    const ConversionFile* next = i + 1 < order.size() ? &files.each[order[i + 1]] : nullptr;
    const bool rivals = next != nullptr && next->header.month == file.header.month && next->header.sender == file.header.sender;
    if (rivals && next->header.sequence == file.header.sequence) {
      earlier.why_unusable.push_back(
          {"VER-169", {next->name, next->header.line, 0, 0, {}}, {{"other", file.name}, {"sequence", std::to_string(*file.header.sequence)}}, {}, {}});
    }
    if (!rivals) earlier.in_force.push_back(order[i]);
  }
  return earlier;
}

std::map<SenderCode, Numbering> numberings_since(const EarlierFiles& earlier, ReportMonth month) {
  std::map<SenderCode, std::pair<ReportMonth, std::set<Numbering>>> latest;
  for (const std::uint32_t index : earlier.in_force) {
    const ReportMonth its_month = *earlier.files.each[index].header.month;
    if (its_month >= month) continue;
    std::set<std::uint32_t> numbers;
    for (const NewKey& key : earlier.files.keys) {
      if (key.file == index) numbers.insert(key.numbering);
    }
    for (const std::uint32_t number : numbers) {
      const Numbering& numbering = earlier.files.numberings[number];
      auto& [since, found] = latest.try_emplace(numbering.sender, its_month, std::set<Numbering>{}).first->second;
      if (since < its_month) found.clear();
      since = its_month;  // files come in order of month
      found.insert(numbering);
    }
  }
  std::map<SenderCode, Numbering> numberings;
  for (const auto& [sender, found] : latest) {
    if (found.second.size() == 1) numberings.emplace(sender, *found.second.begin());
  }
  return numberings;
}

std::optional<std::map<SenderCode, Numbering>> numberings_of_earlier(const std::vector<read::InputFile>& files, const rules::Format& format,
                                                                     const CodeLists& codes, ReportMonth month, Diagnostics& diagnostics) {
  Words words;
  const EarlierFiles earlier = read_earlier_files(files, format, codes, words, diagnostics);
  for (const Diagnostic& why : earlier.why_unusable) diagnostics.add(why);
  if (!earlier.why_unusable.empty()) return std::nullopt;
  return numberings_since(earlier, month);
}

}  // namespace srgconv::verify
