// What must hold of every record whatever the input was; a fuzzer stops where it does not.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "diagnostics/diagnostics.hpp"
#include "domain/utf8.hpp"
#include "read/read.hpp"

namespace srgconv::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// Every value is UTF-8, stands where the format declares it, and every record is counted; what is said can be rendered in both languages.
class RecordCensus : public read::RecordSink {
 public:
  explicit RecordCensus(const rules::Format& format) : format_(format) {}

  void record(const SourceRecord& record) override { count(record); }
  void faulty(const SourceRecord& record, Diagnostic why) override {
    count(record);
    require(!sentence(why, Language::nl).empty() && !sentence(why, Language::en).empty());
  }

  void close(const read::Result& result, const Diagnostics& diagnostics) const {
    require(result.records == records_);
    require(result.complete || !render_all(diagnostics, Language::nl).empty());
    require(result.complete || !render_all(diagnostics, Language::en).empty());
  }

 private:
  void count(const SourceRecord& record) {
    ++records_;
    require(record.values.size() == format_.fields.size());
    require(record.line > 0);
    for (const RawValue& value : record.values) {
      for (std::size_t at = 0; at < value.text.size();) {
        const std::size_t length = utf8_length(value.text, at);
        require(length > 0);
        at += length;
      }
    }
  }

  const rules::Format& format_;
  std::uint64_t records_ = 0;
};

/// Judges the records of a file that is read in pieces.
class CensusOfPieces : public read::PieceSinks {
 public:
  explicit CensusOfPieces(const rules::Format& format) : format_(format) {}
  std::unique_ptr<read::RecordSink> open() override { return std::make_unique<RecordCensus>(format_); }
  void close(std::unique_ptr<read::RecordSink>) override {}

 private:
  const rules::Format& format_;
};

}  // namespace srgconv::fuzz
