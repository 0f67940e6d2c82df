// Walks the plan along with a document and gathers header, records and the values around them; internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/read.hpp"
#include "read/xml_counts.hpp"
#include "read/xml_plan.hpp"
#include "xml/xml.hpp"

namespace srgconv::read {

class XmlCollector : public xml::Handler {
 public:
  /// Without a sink it gathers the header only, and stops when nothing of it can follow.
  XmlCollector(const InputFile& file, const rules::Format& format, const Plan& plan, RecordSink* sink, StatedCounts& counts, Diagnostics& diagnostics);

  bool start_element(std::string_view namespace_uri, std::string_view local_name, const xml::Attributes& attributes, std::uint32_t line) override;
  bool end_element(std::string_view namespace_uri, std::string_view local_name) override;
  void text(std::string_view utf8) override;

  /// The document is not of this format: what the schema says of it does not matter.
  bool wrong_kind() const { return wrong_kind_; }
  bool faulty() const { return faulty_; }
  std::uint64_t records() const { return records_; }
  const std::vector<RawValue>& header() const { return header_; }

 private:
  // An open element; `text` is kept where a value stands in it.
  struct Frame {
    const PlanNode* node = nullptr;
    std::uint32_t line = 0;
    std::string text;
  };
  // An open element around the records: the values that stand in it, and the records that wait for them.
  struct Ancestor {
    std::vector<RawValue> values;  // one per Plan::ancestor_fields of its depth
    const rules::Field* repeated = nullptr;
    std::size_t first_waiting = 0;
    std::uint64_t position = 0;  // of this element among its siblings of the same name
    std::uint64_t children = 0;  // elements of the record path in it so far
  };
  struct Waiting {
    SourceRecord record;
    const rules::Field* repeated = nullptr;
  };

  bool open_root(std::string_view namespace_uri, std::string_view local_name);
  void enter(const PlanNode& node, std::uint32_t line);
  void open_ancestor(std::size_t depth, std::uint64_t position);
  void open_record(std::uint32_t line, std::uint64_t position);
  void close_ancestor(std::size_t depth);
  void hand_over();
  void assign(const Slot& slot, std::string_view value, std::uint32_t line);
  void set(RawValue& target, std::string_view value, std::uint32_t line) const;
  bool header_complete() const;
  bool fail(Diagnostic what);

  const InputFile& file_;
  const rules::Format& format_;
  const Plan& plan_;
  RecordSink* sink_;
  StatedCounts& counts_;
  Diagnostics& diagnostics_;
  std::string_view children_namespace_;

  std::vector<Frame> frames_;  // kept beyond depth_, for their memory
  std::size_t depth_ = 0;      // open frames
  std::size_t skipped_ = 0;    // open elements that the format does not name
  std::vector<RawValue> header_;
  std::vector<bool> node_entered_, node_closed_;  // of the plan, for the header
  std::vector<Ancestor> ancestors_;               // one per depth above the record
  std::vector<Waiting> waiting_;                  // kept beyond waiting_count_, for their memory
  std::size_t waiting_count_ = 0;
  std::uint64_t records_ = 0;
  bool wrong_kind_ = false;
  bool faulty_ = false;
};

}  // namespace srgconv::read
