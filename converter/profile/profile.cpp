// The route of a profile: look at the bytes, find dialect or structure, put files of one layout together, read their records, and judge what was counted.
#include "profile/profile.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "profile/census.hpp"
#include "profile/dialect.hpp"
#include "profile/xml_structure.hpp"

namespace srgconv::profile {
namespace {

constexpr std::size_t most_pairs = 15, most_key_columns = 6;

// Files of one layout, while they are gathered.
struct Gathered {
  Layout layout;
  std::vector<read::InputFile> files;
  std::vector<std::string> columns;
  XmlStructure structure;
};

class CensusSink : public read::RecordSink {
 public:
  CensusSink(std::vector<ColumnCensus>& columns, Layout& layout) : columns_(columns), layout_(layout) {}

  void record(const SourceRecord& record) override {
    ++layout_.rows;
    for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].add(record.values[i].text);
  }
  void faulty(const SourceRecord&, Diagnostic) override { ++layout_.faulty_rows; }

 private:
  std::vector<ColumnCensus>& columns_;
  Layout& layout_;
};

// Are two columns unique together, in the rows that have both?
class PairSink : public read::RecordSink {
 public:
  struct Pair {
    std::size_t first = 0, second = 0;
    std::uint64_t rows = 0;
    DistinctCount distinct;
  };
  std::vector<Pair> pairs;

  void record(const SourceRecord& record) override {
    for (Pair& pair : pairs) {
      const std::string &a = record.values[pair.first].text, &b = record.values[pair.second].text;
      if (a.empty() || b.empty()) continue;
      ++pair.rows;
      pair.distinct.add(hash_of(b, hash_of("\x1F", hash_of(a))));
    }
  }
  void faulty(const SourceRecord&, Diagnostic) override {}
};

bool is_xml(const read::TextLook& look) {
  const std::size_t begin = look.sample.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos || look.sample[begin] != '<' || begin + 1 >= look.sample.size()) return false;
  const char next = look.sample[begin + 1];
  return next == '?' || next == '!' || (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
}

class Profiler {
 public:
  Profiler(const pack::Pack* pack, Diagnostics& diagnostics) : pack_(pack), diagnostics_(diagnostics) {}

  void gather(const read::InputFile& file) {
    const auto look = read::look_at_text(file, diagnostics_);
    if (!look) return;
    if (!look->is_text) {
      diagnostics_.add(finding(look->is_zip ? "PROF-002" : "PROF-001", {file.name}));
      return;
    }
    if (is_xml(*look)) return gather_xml(file);
    const auto found = find_dialect(*look);
    if (!found) {
      diagnostics_.add(finding("PROF-003", {file.name}));
      return;
    }
    gather_csv(file, *found);
  }

  Profile take() {
    Profile profile;
    for (Gathered& each : gathered_) {
      if (each.layout.xml) describe_xml(each);
      if (each.layout.format) count(each);
      profile.layouts.push_back(std::move(each.layout));
    }
    return profile;
  }

 private:
  void gather_csv(const read::InputFile& file, const FoundDialect& found) {
    const CsvDialect& dialect = found.dialect;
    const auto fits = [&](const Gathered& other) {
      if (!other.layout.csv) return false;
      const CsvDialect& theirs = *other.layout.csv;
      const bool plain = dialect.encoding_evidence == read::TextLook::Evidence::ascii_only || theirs.encoding_evidence == read::TextLook::Evidence::ascii_only;
      const bool encoding = theirs.encoding == dialect.encoding ||
                            (plain && !is_utf_16(theirs.encoding) && !is_utf_16(dialect.encoding) && !has_mark(dialect) && !has_mark(theirs));
      return encoding && theirs.separator == dialect.separator && theirs.header_lines == dialect.header_lines &&
             theirs.preamble_lines == dialect.preamble_lines && other.columns == found.columns;
    };
    auto home = std::find_if(gathered_.begin(), gathered_.end(), fits);
    if (home == gathered_.end()) {
      gathered_.emplace_back();
      home = gathered_.end() - 1;
      home->layout.csv = dialect;
      home->columns = found.columns;
    } else {
      merge(*home->layout.csv, dialect);
    }
    home->files.push_back(file);
    home->layout.files.push_back(file.name);
    auto format = std::make_shared<rules::Format>();
    format->name = "profile";
    format->encoding = home->layout.csv->encoding;
    format->separator = dialect.separator;
    format->header_lines = dialect.header_lines;
    format->preamble_lines = dialect.preamble_lines;
    for (const std::string& name : found.columns) {
      rules::Field field;
      field.name = name;
      field.optional = true;
      format->fields.push_back(std::move(field));
    }
    home->layout.format = std::move(format);
  }

  static bool is_utf_16(TextEncoding encoding) {
    return encoding != TextEncoding::utf_8 && encoding != TextEncoding::windows_1252 && encoding != TextEncoding::iso_8859_15;
  }
  static bool has_mark(const CsvDialect& dialect) { return dialect.encoding_evidence == read::TextLook::Evidence::mark; }

  static void merge(CsvDialect& into, const CsvDialect& other) {
    if (into.encoding_evidence == read::TextLook::Evidence::ascii_only) {
      into.encoding = other.encoding;
      into.encoding_evidence = other.encoding_evidence;
      into.encoding_alternatives = other.encoding_alternatives;
      into.encoding_count = other.encoding_count;
    } else if (into.encoding_evidence == other.encoding_evidence) {
      into.encoding_count += other.encoding_count;
    }
    for (SeparatorEvidence& mine : into.separators) {
      for (const SeparatorEvidence& theirs : other.separators) {
        if (theirs.sign != mine.sign) continue;
        mine.lines += theirs.lines;
        if (theirs.columns == mine.columns) mine.agreeing += theirs.agreeing;
      }
    }
    into.quoted += other.quoted;
    into.sampled = into.sampled || other.sampled;
  }

  void gather_xml(const read::InputFile& file) {
    XmlStructure structure;
    if (xml::parse(file.path, file.name, nullptr, structure, diagnostics_) == xml::Outcome::faulty) return;
    auto home = std::find_if(gathered_.begin(), gathered_.end(), [&](const Gathered& other) {
      return other.layout.xml && other.structure.root() == structure.root() && other.structure.namespace_uri() == structure.namespace_uri();
    });
    if (home == gathered_.end()) {
      gathered_.emplace_back();
      home = gathered_.end() - 1;
      home->layout.xml.emplace();
    }
    home->structure.add(structure);
    home->files.push_back(file);
    home->layout.files.push_back(file.name);
  }

  void describe_xml(Gathered& gathered) const {
    gathered.layout.xml = gathered.structure.shape();
    gathered.layout.format = gathered.structure.format(gathered.layout.xml->left_out);
  }

  void count(Gathered& gathered) {
    Layout& layout = gathered.layout;
    std::vector<ColumnCensus> columns(layout.format->fields.size(), ColumnCensus(pack_));
    CensusSink sink(columns, layout);
    for (const read::InputFile& file : gathered.files) {
      const read::Result result = read::read_records(file, *layout.format, sink, diagnostics_);
      if (layout.xml) layout.xml->documents_without_records += result.documents_without_records;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) layout.columns.push_back(judge(layout.format->fields[i].name, columns[i], layout.rows, pack_));
    find_keys_of_two(gathered);
  }

  // Pairs of columns that look like parts of a number, where no column is a key by itself.
  void find_keys_of_two(Gathered& gathered) {
    Layout& layout = gathered.layout;
    const auto is_key = [](const Column& column) { return column.kind == Kind::key && column.unique; };
    if (layout.rows < 2 || std::any_of(layout.columns.begin(), layout.columns.end(), is_key)) return;
    const auto rank = [&](std::size_t i) {
      const Column& column = layout.columns[i];
      const bool part = column.meaning == Meaning::client || column.meaning == Meaning::programme || column.meaning == Meaning::id;
      return part ? 0 : column.kind == Kind::key || column.kind == Kind::number || column.kind == Kind::other ? 1 : 2;
    };
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
      const Column& column = layout.columns[i];
      if (rank(i) < 2 && column.distinct > 1 && column.filled * 2 > layout.rows) candidates.push_back(i);
    }
    std::stable_sort(candidates.begin(), candidates.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    if (candidates.size() > most_key_columns) candidates.resize(most_key_columns);
    PairSink sink;
    for (std::size_t a = 0; a < candidates.size(); ++a) {
      for (std::size_t b = a + 1; b < candidates.size() && sink.pairs.size() < most_pairs; ++b) {
        PairSink::Pair pair;
        pair.first = std::min(candidates[a], candidates[b]);
        pair.second = std::max(candidates[a], candidates[b]);
        sink.pairs.push_back(std::move(pair));
      }
    }
    if (sink.pairs.empty()) return;
    Diagnostics told_already;
    for (const read::InputFile& file : gathered.files) read::read_records(file, *layout.format, sink, told_already);
    for (const PairSink::Pair& pair : sink.pairs) {
      if (pair.rows * 2 > layout.rows && pair.distinct.exact() && pair.distinct.count() == pair.rows) layout.keys_of_two.emplace_back(pair.first, pair.second);
    }
  }

  const pack::Pack* pack_;
  Diagnostics& diagnostics_;
  std::vector<Gathered> gathered_;
};

}  // namespace

std::string_view encoding_name(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::utf_8: return "utf-8";
    case TextEncoding::utf_16: return "utf-16";
    case TextEncoding::utf_16_le: return "utf-16le";
    case TextEncoding::utf_16_be: return "utf-16be";
    case TextEncoding::windows_1252: return "windows-1252";
    case TextEncoding::iso_8859_15: break;
  }
  return "iso-8859-15";
}

Profile profile_files(const std::vector<read::InputFile>& files, const pack::Pack* pack, Diagnostics& diagnostics) {
  Profiler profiler(pack, diagnostics);
  for (const read::InputFile& file : files) profiler.gather(file);
  return profiler.take();
}

}  // namespace srgconv::profile
