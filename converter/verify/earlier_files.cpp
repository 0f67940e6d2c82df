// The order of earlier conversion files follows from their headers, never from the order in which they were given.
#include "verify/earlier_files.hpp"

#include <algorithm>
#include <iterator>
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

Numberings numberings_by_month(const EarlierFiles& earlier) {
  std::map<std::pair<SenderCode, ReportMonth>, std::set<Numbering>> found;
  std::set<std::pair<std::uint32_t, std::uint32_t>> named;  // file and numbering
  const std::set<std::uint32_t> in_force(earlier.in_force.begin(), earlier.in_force.end());
  for (const NewKey& key : earlier.files.keys) {
    if (!in_force.contains(key.file) || !named.emplace(key.file, key.numbering).second) continue;
    const Numbering& numbering = earlier.files.numbering(key);
    found[{numbering.sender, *earlier.files.each[key.file].header.month}].insert(numbering);
  }
  Numberings numberings;
  for (const auto& [since, named_then] : found)
    numberings[since.first][since.second] = named_then.size() == 1 ? std::optional(*named_then.begin()) : std::nullopt;
  return numberings;
}

std::map<SenderCode, Numbering> numberings_since(const EarlierFiles& earlier, ReportMonth month) {
  std::map<SenderCode, Numbering> latest;
  for (const auto& [sender, since] : numberings_by_month(earlier)) {
    const auto after = since.lower_bound(month);
    if (after == since.begin()) continue;
    if (const auto& numbering = std::prev(after)->second) latest.emplace(sender, *numbering);
  }
  return latest;
}

std::optional<Numberings> read_earlier_links(const std::vector<read::InputFile>& inputs, const rules::Format& format, const CodeLists& codes,
                                             const std::set<std::pair<SenderCode, ReportMonth>>& own,
                                             const std::function<void(const store::EarlierLink&)>& visit, Diagnostics& diagnostics) {
  Words words;
  const EarlierFiles earlier = read_earlier_files(inputs, format, codes, words, diagnostics);
  for (const Diagnostic& why : earlier.why_unusable) diagnostics.add(why);
  if (!earlier.why_unusable.empty()) return std::nullopt;
  const ConversionFiles& files = earlier.files;
  std::vector<std::vector<const Record*>> records(files.each.size());
  for (const Record& record : files.records) records[record.file].push_back(&record);
  for (const std::uint32_t index : earlier.in_force) {
    const ConversionFile& file = files.each[index];
    if (own.contains({*file.header.sender, *file.header.month})) continue;
    for (const Record* record : records[index]) {
      store::EarlierLink link{{files.numbering(*record), record->id},
                              std::nullopt,
                              std::string(name(record->relation)),
                              *file.header.month,
                              file.name,
                              record->line,
                              record->facts.bsn,
                              std::nullopt};
      if (!is_link(record->relation)) visit(link);
      for (std::uint32_t at = record->first_key; is_link(record->relation) && at < record->first_key + record->keys; ++at) {
        const NewKey& key = files.keys[at];
        link.new_key = ProvisionKey{files.numbering(key), key.id};
        link.new_bsn = key.facts.bsn;
        visit(link);
      }
    }
  }
  return numberings_by_month(earlier);
}

}  // namespace srgconv::verify
