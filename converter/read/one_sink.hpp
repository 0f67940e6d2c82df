// One sink for all pieces of a file, on the calling thread; internal to this room.
#pragma once

#include <memory>
#include <utility>

#include "read/read.hpp"

namespace srgconv::read {

class OneSink : public PieceSinks {
 public:
  explicit OneSink(RecordSink& sink) : sink_(sink) {}
  std::unique_ptr<RecordSink> open() override { return std::make_unique<Through>(sink_); }
  void close(std::unique_ptr<RecordSink>) override {}

 private:
  class Through : public RecordSink {
   public:
    explicit Through(RecordSink& to) : to_(to) {}
    void record(const SourceRecord& record) override { to_.record(record); }
    void row(SourceRow& row) override { to_.row(row); }
    void faulty(const SourceRecord& record, Diagnostic why) override { to_.faulty(record, std::move(why)); }

   private:
    RecordSink& to_;
  };
  RecordSink& sink_;
};

}  // namespace srgconv::read
