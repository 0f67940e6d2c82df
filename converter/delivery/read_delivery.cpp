// Reads deliveries through the pack's format `levering`.
#include <string>
#include <utility>

#include "delivery/delivery.hpp"
#include "delivery/field_values.hpp"

namespace srgconv::delivery {
namespace {

SourceSpan place(const std::string& file, std::uint32_t line = 0) { return {file, line, 0, 0, ""}; }

/// A value that its format cannot read.
struct Unreadable {
  std::string field;
  std::uint32_t line = 0;
};

class DeliverySink : public read::RecordSink {
 public:
  DeliverySink(const rules::Format& format, const CodeLists& codes, Words& words, Delivery& delivery)
      : codes_(codes),
        words_(words),
        delivery_(delivery),
        bsn_(find_column(format.fields, "bsn")),
        id_(find_column(format.fields, "id")),
        type_(find_column(format.fields, "type")),
        start_(find_column(format.fields, "start")),
        end_(find_column(format.fields, "end")),
        goal_(find_column(format.fields, "goal")),
        work_capacity_(find_column(format.fields, "work_capacity")),
        wage_value_(find_column(format.fields, "wage_value")) {}

  void record(const SourceRecord& source) override {
    FieldValues values(source.values, codes_);
    Delivered provision;
    provision.line = source.line;
    provision.id = values.text(id_).value_or("");
    if (const auto bsn = values.text(bsn_)) provision.facts.bsn = Bsn::parse(*bsn).bsn;
    provision.facts.type = words_.keep(values.text(type_).value_or(""));
    provision.facts.start = values.date(start_).value_or(Date{});
    provision.facts.end = values.date(end_);
    provision.goal = words_.keep(values.text(goal_).value_or(""));
    provision.work_capacity = words_.keep(values.text(work_capacity_).value_or(""));
    provision.wage_value = values.number(wage_value_);
    for (const auto& fault : values.faults()) unreadable.push_back({fault.field, fault.line != 0 ? fault.line : source.line});
    delivery_.provisions.push_back(std::move(provision));
  }

  void faulty(const SourceRecord& source, Diagnostic) override { unreadable.push_back({"record", source.line}); }

  std::vector<Unreadable> unreadable;

 private:
  const CodeLists& codes_;
  OwnWords words_;
  Delivery& delivery_;
  Column bsn_, id_, type_, start_, end_, goal_, work_capacity_, wage_value_;
};

}  // namespace

Delivery read_delivery(const Head& head, const rules::Format& format, const CodeLists& codes, Words& words, std::vector<Diagnostic>& why,
                       Diagnostics& diagnostics) {
  Delivery delivery;
  delivery.sender = head.sender;
  delivery.month = head.month;
  delivery.file = head.file.name;
  DeliverySink sink(format, codes, words, delivery);
  const read::Result result = read::read_records(head.file, format, sink, diagnostics, &codes);
  if (!result.complete) {
    why.push_back({"VER-133", place(head.file.name), {}, {}, {}});
  } else if (!sink.unreadable.empty()) {
    const Unreadable& first = sink.unreadable.front();
    why.push_back({"VER-134", place(head.file.name, first.line), {{"field", first.field}, {"count", std::to_string(sink.unreadable.size())}}, {}, {}});
  } else if (delivery.provisions.empty()) {
    why.push_back({"VER-135", place(head.file.name), {{"sender", head.sender.text()}, {"month", head.month.text()}}, {}, {}});
  }
  delivery.order();
  return delivery;
}

}  // namespace srgconv::delivery
