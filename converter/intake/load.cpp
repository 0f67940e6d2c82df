// Takes every row of every file through read and map into the workspace; no row is lost on the way.
#include <functional>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "intake/intake.hpp"
#include "map/map.hpp"
#include "parallel/parallel.hpp"

namespace srgconv::intake {
namespace {

using map::MappedRow;
using store::Side;

// Files larger than this are not held in memory row by row: they go straight into the workspace.
constexpr std::uintmax_t largest_buffered_file = 16U << 20U;

// A mapped row with its place and its raw texts: also a row that mapped well may still be refused, because its number occurred before.
struct PlacedRow {
  MappedRow mapped;
  std::uint32_t line = 0;
  std::string path;
  store::RawColumns raw;
};

using RowConsumer = std::function<void(PlacedRow)>;

// Everything one file gave.
struct FileRows {
  bool streamed = false;  // too large to hold: still to be read
  read::Result result;
  std::vector<PlacedRow> rows;
  Diagnostics diagnostics;
};

class MappingSink : public read::RecordSink {
 public:
  MappingSink(const map::Context& context, const RowConsumer& consumer) : context_(context), mapper_(context), consumer_(consumer) {}

  void record(const SourceRecord& record) override { hand_over(std::move(mapper_.map(record)), record); }
  void row(SourceRow& row) override {
    const auto& fields = context_.mapping.format->fields;
    PlacedRow placed{std::move(mapper_.map(row)), row.line(), {}, {}};
    placed.raw.reserve(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) placed.raw.emplace_back(fields[i].name, row.text(i));
    consumer_(std::move(placed));
  }

  void faulty(const SourceRecord& record, Diagnostic why) override {
    MappedRow row;
    row.outcome = map::RowOutcome::rejected;
    row.why = std::move(why);
    row.rule = context_.mapping.format->span;
    hand_over(std::move(row), record);
  }

 private:
  void hand_over(MappedRow mapped, const SourceRecord& record) {
    PlacedRow row{std::move(mapped), record.line, record.path, {}};
    const auto& fields = context_.mapping.format->fields;
    row.raw.reserve(fields.size());
    for (std::size_t i = 0; i < fields.size() && i < record.values.size(); ++i) row.raw.emplace_back(fields[i].name, record.values[i].text);
    consumer_(std::move(row));
  }

  const map::Context& context_;
  map::Mapper mapper_;
  const RowConsumer& consumer_;
};

// The rows of a piece of a file are mapped by the thread that reads it, and handed over in the order of the file.
class MappingPieces : public read::PieceSinks {
 public:
  MappingPieces(const map::Context& context, const RowConsumer& consumer) : context_(context), consumer_(consumer) {}

  std::unique_ptr<read::RecordSink> open() override { return std::make_unique<Piece>(context_); }
  void close(std::unique_ptr<read::RecordSink> piece) override {
    for (PlacedRow& row : static_cast<Piece&>(*piece).rows) consumer_(std::move(row));
  }

 private:
  struct Piece : read::RecordSink {
    explicit Piece(const map::Context& context) : sink(context, keep) {}
    void record(const SourceRecord& record) override { sink.record(record); }
    void row(SourceRow& row) override { sink.row(row); }
    void faulty(const SourceRecord& record, Diagnostic why) override { sink.faulty(record, std::move(why)); }

    std::vector<PlacedRow> rows;
    RowConsumer keep = [this](PlacedRow row) { rows.push_back(std::move(row)); };
    MappingSink sink;
  };

  const map::Context& context_;
  const RowConsumer& consumer_;
};

read::Result read_file(const File& file, const pack::Pack& pack, const RowConsumer& consumer, Diagnostics& diagnostics) {
  const map::Context context{*file.mapping, {file.source.sender, file.source.month}, file.source.numbering, pack.codes, pack.longest_id};
  MappingSink sink(context, consumer);
  return read::read_records(file.input, *file.mapping->format, sink, diagnostics);
}

read::Result read_large_file(const File& file, const pack::Pack& pack, unsigned threads, const RowConsumer& consumer, Diagnostics& diagnostics) {
  const map::Context context{*file.mapping, {file.source.sender, file.source.month}, file.source.numbering, pack.codes, pack.longest_id};
  if (threads <= 1 || file.mapping->format->kind == rules::FormatKind::xml) return read_file(file, pack, consumer, diagnostics);
  MappingPieces pieces(context, consumer);
  return read::read_in_pieces(file.input, *file.mapping->format, threads, pieces, diagnostics);
}

// The lines of some rows, the first twelve.
std::string lines_of(const std::vector<std::size_t>& rows, const std::vector<PlacedRow>& all) {
  constexpr std::size_t most = 12;
  std::string lines;
  for (std::size_t i = 0; i < rows.size() && i < most; ++i) lines += (i == 0 ? "" : ", ") + fmt::to_string(all[rows[i]].line);
  return rows.size() > most ? lines + ", ..." : lines;
}

// Each row that belongs to others gets the provision that they make together, or is refused with them. A row that was mapped makes one provision: a mapping
// that merges does not split.
void merge_rows(const rules::Merge& merge, std::vector<PlacedRow>& rows) {
  std::vector<std::size_t> numbers;
  std::vector<const Provision*> provisions;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].mapped.outcome != map::RowOutcome::used) continue;
    numbers.push_back(i);
    provisions.push_back(&rows[i].mapped.provisions.front().provision);
  }
  for (map::MergedRows& group : map::merge_rows(merge, provisions)) {
    if (group.rows.size() < 2) continue;
    for (std::size_t& row : group.rows) row = numbers[row];
    if (auto* why = std::get_if<Diagnostic>(&group.made)) why->arguments["lines"] = lines_of(group.rows, rows);
    for (const std::size_t row : group.rows) {
      MappedRow& mapped = rows[row].mapped;
      mapped.rule = merge.span;
      if (const auto* why = std::get_if<Diagnostic>(&group.made)) {
        mapped.outcome = map::RowOutcome::rejected;
        mapped.why = *why;
        mapped.provisions.clear();
      } else {
        mapped.provisions.front() = {std::get<Provision>(group.made), merge.span};
      }
    }
  }
}

// Of all facts: rows of one key with different ones must not be taken for equal.
std::size_t hash_of_facts(const Provision& provision) {
  const std::string facts =
      fmt::format("{}|{}|{}|{}|{}|{}|{}", provision.bsn.value(), provision.type, provision.start.packed(), provision.end ? provision.end->packed() : -1,
                  provision.goal, provision.work_capacity, provision.wage_value ? provision.wage_value->text() : "");
  return std::hash<std::string>{}(facts);
}

class Loader {
 public:
  Loader(const pack::Pack& pack, store::Workspace& workspace, Diagnostics& diagnostics) : pack_(pack), workspace_(workspace), diagnostics_(diagnostics) {}

  std::optional<Intake> load(const Inventory& inventory, unsigned threads) {
    threads_ = threads;
    bool usable = true;
    for (const File& file : inventory.files) ++files_left_[of(file)];
    const auto produce = [&](std::size_t i) { return buffered(inventory.files[i]); };
    const auto consume = [&](std::size_t i, FileRows rows) {
      const File& file = inventory.files[i];
      usable = take(file, std::move(rows)) && usable;
      if (--files_left_[of(file)] == 0) seen_.erase(of(file));  // nothing can repeat it any more
      return true;
    };
    parallel::ordered(inventory.files.size(), threads, threads + std::size_t{1}, produce, consume);  // rows that wait are memory
    if (!usable) return std::nullopt;
    return std::move(intake_);
  }

 private:
  FileRows buffered(const File& file) const {
    FileRows rows;
    rows.streamed = read::likely_size(file.input) > largest_buffered_file;
    if (!rows.streamed)
      rows.result = read_file(
          file, pack_, [&](PlacedRow row) { rows.rows.push_back(std::move(row)); }, rows.diagnostics);
    return rows;
  }

  // Stores one file; false when it is unusable as a whole.
  bool take(const File& file, FileRows rows) {
    const std::uint32_t source = workspace_.add_source(file.source);
    counts_ = {};
    const auto& merge = file.mapping->merge;
    const bool merges = merge && file.source.in_force;
    const RowConsumer store = [&](PlacedRow row) { take_row(file, source, std::move(row)); };
    const RowConsumer hold = [&](PlacedRow row) { rows.rows.push_back(std::move(row)); };
    if (rows.streamed) rows.result = read_large_file(file, pack_, threads_, merges ? hold : store, rows.diagnostics);
    if (merges) merge_rows(*merge, rows.rows);
    for (PlacedRow& row : rows.rows) store(std::move(row));
    check_nothing_is_lost(file, rows.result);
    counts_.documents_without_records = rows.result.documents_without_records;
    workspace_.set_counts(source, counts_);
    intake_.rejected_rows += counts_.rejected;
    diagnostics_.append(std::move(rows.diagnostics));
    report_further_rejections(file);
    return rows.result.complete;
  }

  // Rows read = used + merged + skipped + rejected, by the reader's own count. When it does not hold the run ends: nothing may rest on it.
  void check_nothing_is_lost(const File& file, const read::Result& result) const {
    const std::uint64_t accounted_for = counts_.used + counts_.merged + counts_.skipped + counts_.rejected;
    if (result.records == counts_.rows && counts_.rows == accounted_for) return;
    throw BrokenWorld(
        {"SYS-006", {file.input.name, 0, 0, 0, {}}, {{"read", fmt::to_string(result.records)}, {"accounted_for", fmt::to_string(accounted_for)}}, {}, {}});
  }

  void take_row(const File& file, std::uint32_t source, PlacedRow row) {
    ++counts_.rows;
    MappedRow& mapped = row.mapped;
    if (mapped.outcome == map::RowOutcome::used && !file.source.in_force) refuse(mapped, map::RowOutcome::skipped, {"MAP-054", {}, {}, {}, {}});
    bool merged = false;
    if (mapped.outcome == map::RowOutcome::used && !mapped.link) merged = is_repetition(file, row);
    store::Row stored{source, row.line, row.path, store::RowOutcome::used, {}, {}, rules::rule_name(mapped.rule)};
    if (merged) {
      stored.outcome = store::RowOutcome::merged;
      ++counts_.merged;
    } else if (mapped.outcome == map::RowOutcome::skipped) {
      stored.outcome = store::RowOutcome::skipped;
      ++counts_.skipped;
    } else if (mapped.outcome == map::RowOutcome::rejected) {
      stored.outcome = store::RowOutcome::rejected;
      ++counts_.rejected;
      report_rejection(file, row);
      keep_misspelt(file, mapped);
    } else {
      ++counts_.used;
    }
    if (mapped.outcome != map::RowOutcome::used) {
      stored.code = mapped.why.code;
      stored.reason = sentence(mapped.why, Language::nl);
    }
    const std::int64_t number = workspace_.add_row(stored, mapped.outcome == map::RowOutcome::used ? store::RawColumns{} : row.raw);
    if (mapped.outcome != map::RowOutcome::used) return;
    if (mapped.link)
      intake_.lists[file.declared].push_back({mapped.link->old_id, mapped.link->new_id, {file.input.name, row.line, 0, 0, {}}, mapped.link->new_sender});
    for (const map::MappedProvision& made : mapped.provisions) {
      if (!merged) ++counts_.provisions;
      workspace_.add_state(file.source.side, number, *file.source.month, {made.provision, {source, row.line, row.path, rules::rule_name(made.rule)}});
    }
  }

  void keep_misspelt(const File& file, MappedRow& mapped) {
    if (!mapped.misspelt || !file.source.in_force || !file.source.month) return;
    mapped.misspelt->sender = file.source.sender;
    mapped.misspelt->file = file.source.name;
    intake_.misspelt.push_back({file.source.side, *file.source.month, std::move(*mapped.misspelt)});
  }

  static void refuse(MappedRow& mapped, map::RowOutcome outcome, Diagnostic why) {
    mapped.outcome = outcome;
    mapped.why = std::move(why);
    mapped.provisions.clear();
  }

  // Has an earlier row of this sender and month made the same keys? With equal facts the row is merged into it; with other facts it is refused.
  bool is_repetition(const File& file, PlacedRow& row) {
    auto& seen = seen_[of(file)];
    bool repeated = false;
    for (const map::MappedProvision& made : row.mapped.provisions) {
      const Seen now{hash_of_facts(made.provision), &file, row.line};
      const auto [at, fresh] = seen.emplace(made.provision.key.id, now);
      if (fresh) continue;
      if (at->second.facts != now.facts) {
        refuse(row.mapped, map::RowOutcome::rejected,
               {"MAP-055", {}, {{"file", at->second.file->input.name}, {"line", fmt::to_string(at->second.line)}}, {}, {}});
        return false;
      }
      repeated = true;
    }
    return repeated;
  }

  // The first rejection of each kind in a file is reported as it is; of the others the number.
  void report_rejection(const File& file, const PlacedRow& row) {
    auto& times = rejections_[{row.mapped.why.code, row.mapped.rule}];
    if (times++ > 0) return;
    Diagnostic shown = row.mapped.why;
    if (!row.mapped.rule.file.empty()) shown.related.push_back({row.mapped.rule, "CASE-031"});
    const bool exact = shown.primary.file == file.input.name && shown.primary.line == row.line && shown.primary.column > 0;  // a place in the line
    if (!exact) shown.primary = {file.input.name, row.line, 0, 0, row.path};
    diagnostics_.add(std::move(shown));
  }

  void report_further_rejections(const File& file) {
    for (const auto& [kind, times] : rejections_) {
      if (times > 1) diagnostics_.add({"CASE-030", {file.input.name, 0, 0, 0, {}}, {{"count", fmt::to_string(times - 1)}, {"code", kind.first}}, {}, {}});
    }
    rejections_.clear();
  }

  using Part = std::tuple<Side, SenderCode, std::optional<ReportMonth>>;  // within which a key may stand once
  static Part of(const File& file) { return {file.source.side, file.source.sender, file.source.month}; }

  struct Seen {
    std::size_t facts = 0;  // hash
    const File* file = nullptr;
    std::uint32_t line = 0;
  };

  const pack::Pack& pack_;
  store::Workspace& workspace_;
  Diagnostics& diagnostics_;
  Intake intake_;
  unsigned threads_ = 1;
  store::SourceCounts counts_;
  std::map<Part, std::size_t> files_left_;
  std::map<Part, std::unordered_map<std::string, Seen>> seen_;
  std::map<std::pair<std::string, SourceSpan>, std::uint64_t> rejections_;
};

}  // namespace

std::optional<Intake> load(const Inventory& inventory, const pack::Pack& pack, unsigned threads, store::Workspace& workspace, Diagnostics& diagnostics) {
  return Loader(pack, workspace, diagnostics).load(inventory, threads);
}

}  // namespace srgconv::intake
