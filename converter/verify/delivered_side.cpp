// Reads the deliveries of one side through the pack's format `levering`.
#include "verify/delivered_side.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "verify/conversion_file.hpp"
#include "verify/field_values.hpp"

namespace srgconv::verify {
namespace {

SourceSpan place(const std::string& file, std::uint32_t line = 0) { return {file, line, 0, 0, ""}; }

std::string missing_fields(const rules::Format& format) {
  std::string missing;
  const auto require = [&](const std::vector<rules::Field>& fields, std::initializer_list<const char*> names) {
    for (const char* name : names) {
      if (find_column(fields, name).field == nullptr) missing += (missing.empty() ? "" : ", ") + std::string(name);
    }
  };
  require(format.header, {"sender", "month"});
  require(format.fields, {"bsn", "id", "type", "start", "end"});
  return missing;
}

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

  std::vector<UnreadableValue> unreadable;

 private:
  const CodeLists& codes_;
  Words& words_;
  Delivery& delivery_;
  Column bsn_, id_, type_, start_, end_, goal_, work_capacity_, wage_value_;
};

// Reads a delivery into the side; VER-13x of the side when it cannot be read or is empty.
void read_delivery(const DeliveryHead& head, const DeliveryReading& reading, DeliveredSide& side) {
  Delivery& delivery = side.deliveries.emplace_back();
  delivery.sender = head.sender;
  delivery.month = head.month;
  delivery.file = head.file.name;
  DeliverySink sink(reading.request.delivery_format, reading.request.pack.codes, reading.words, delivery);
  const read::Result result = read::read_records(head.file, reading.request.delivery_format, sink, reading.diagnostics, &reading.request.pack.codes);
  if (!result.complete) {
    side.why_unusable.push_back({"VER-133", place(head.file.name), {}, {}, {}});
  } else if (!sink.unreadable.empty()) {
    const UnreadableValue& first = sink.unreadable.front();
    side.why_unusable.push_back(
        {"VER-134", place(head.file.name, first.line), {{"field", first.field}, {"count", std::to_string(sink.unreadable.size())}}, {}, {}});
  } else if (delivery.provisions.empty()) {
    side.why_unusable.push_back({"VER-135", place(head.file.name), {{"sender", head.sender.text()}, {"month", head.month.text()}}, {}, {}});
  }
  delivery.order();
}

Delivery mapped_delivery(const MappedSide& mapped, Words& words) {
  Delivery delivery;
  delivery.sender = mapped.sender;
  delivery.month = mapped.month;
  delivery.from_mapping = true;
  for (const Provision& provision : mapped.provisions) {
    delivery.provisions.push_back({provision.key.id,
                                   {provision.bsn, words.keep(provision.type), provision.start, provision.end},
                                   words.keep(provision.goal),
                                   words.keep(provision.work_capacity),
                                   provision.wage_value,
                                   0});
  }
  delivery.order();
  return delivery;
}

using BySender = std::map<SenderCode, std::vector<const DeliveryHead*>>;

BySender by_sender(const std::vector<DeliveryHead>& heads) {
  BySender result;
  for (const DeliveryHead& head : heads) result[head.sender].push_back(&head);
  return result;
}

// Reads the delivery that holds among those of one sender in one month.
void read_in_force(const std::vector<const DeliveryHead*>& of_sender, ReportMonth month, const DeliveryReading& reading, DeliveredSide& side) {
  std::vector<const DeliveryHead*> rivals;
  std::copy_if(of_sender.begin(), of_sender.end(), std::back_inserter(rivals), [&](const DeliveryHead* head) { return head->month == month; });
  if (const DeliveryHead* head = in_force(rivals, reading.request.orders, side.why_unusable)) read_delivery(*head, reading, side);
}

// Does a declared order name both, and the second after the first?
bool declared_later(const std::string& earlier, const std::string& later, const std::vector<std::vector<std::string>>& orders) {
  return std::any_of(orders.begin(), orders.end(), [&](const std::vector<std::string>& order) {
    const auto first = std::find(order.begin(), order.end(), earlier);
    return first != order.end() && std::find(first, order.end(), later) != order.end();
  });
}

bool holds_over(const DeliveryHead& a, const DeliveryHead& b, const std::vector<std::vector<std::string>>& orders) {
  if (a.sequence && b.sequence && *a.sequence != *b.sequence) return *a.sequence > *b.sequence;
  return declared_later(b.file.name, a.file.name, orders);
}

}  // namespace

std::optional<std::vector<DeliveryHead>> read_heads(const std::vector<read::InputFile>& files, const rules::Format& format, const CodeLists& codes,
                                                    std::vector<Diagnostic>& why, Diagnostics& diagnostics) {
  if (const std::string missing = missing_fields(format); !missing.empty()) {
    why.push_back({"VER-131", {}, {{"format", format.name}, {"fields", missing}}, {}, {}});
    return std::nullopt;
  }
  std::vector<DeliveryHead> heads;
  for (const read::InputFile& file : files) {
    const auto header = can_be_read(file, format, diagnostics) ? read::read_header(file, format, diagnostics) : std::nullopt;
    if (!header) {
      why.push_back({"VER-133", place(file.name), {}, {}, {}});
      continue;
    }
    FieldValues values(header->values, codes);
    const auto sender = values.sender(find_column(format.header, "sender"));
    const auto month = values.month(find_column(format.header, "month"));
    const auto sequence = values.whole_number(find_column(format.header, "sequence"));
    if (sender && month && values.faults().empty())
      heads.push_back({file, *sender, *month, sequence});
    else
      why.push_back({"VER-133", place(file.name), {}, {}, {}});
  }
  return why.empty() ? std::optional(std::move(heads)) : std::nullopt;
}

const DeliveryHead* in_force(const std::vector<const DeliveryHead*>& rivals, const std::vector<std::vector<std::string>>& orders,
                             std::vector<Diagnostic>& why) {
  for (const DeliveryHead* candidate : rivals) {
    if (std::all_of(rivals.begin(), rivals.end(), [&](const DeliveryHead* other) { return other == candidate || holds_over(*candidate, *other, orders); }))
      return candidate;
  }
  for (std::size_t i = 0; i + 1 < rivals.size(); ++i) {
    for (std::size_t j = i + 1; j < rivals.size(); ++j) {
      const DeliveryHead &a = *rivals[i], &b = *rivals[j];
      if (holds_over(a, b, orders) || holds_over(b, a, orders)) continue;
      why.push_back({"VER-136", place(a.file.name), {{"other", b.file.name}, {"sender", a.sender.text()}, {"month", a.month.text()}}, {}, {}});
      return nullptr;
    }
  }
  // Only a declared order that contradicts itself comes here.
  if (!rivals.empty()) {
    const DeliveryHead& a = *rivals.front();
    why.push_back({"VER-136", place(a.file.name), {{"other", rivals.back()->file.name}, {"sender", a.sender.text()}, {"month", a.month.text()}}, {}, {}});
  }
  return nullptr;
}

std::optional<ReportMonth> first_new_month(const std::vector<DeliveryHead>& heads, std::optional<ReportMonth> stated) {
  if (heads.empty()) return stated;
  ReportMonth earliest = heads.front().month;
  for (const DeliveryHead& head : heads) {
    if (stated && head.month == *stated) return stated;
    earliest = std::min(earliest, head.month);
  }
  return earliest;
}

DeliveredSide read_new_side(const std::vector<DeliveryHead>& heads, ReportMonth month, const DeliveryReading& reading) {
  DeliveredSide side;
  if (heads.empty()) side.why_unusable.push_back({"VER-138", {}, {}, {}, {}});
  for (const auto& [sender, of_sender] : by_sender(heads)) {
    ReportMonth chosen = of_sender.front()->month;
    for (const DeliveryHead* head : of_sender) chosen = head->month == month || chosen == month ? month : std::min(chosen, head->month);
    read_in_force(of_sender, chosen, reading, side);
  }
  return side;
}

DeliveredSide read_old_side(const std::vector<DeliveryHead>& heads, ReportMonth month, const DeliveryReading& reading) {
  DeliveredSide side;
  for (const auto& [sender, of_sender] : by_sender(heads)) {
    std::optional<ReportMonth> latest;
    for (const DeliveryHead* head : of_sender) {
      if (head->month < month && (!latest || head->month > *latest)) latest = head->month;
    }
    if (latest)
      read_in_force(of_sender, *latest, reading, side);
    else
      side.why_unusable.push_back({"VER-137", place(of_sender.front()->file.name), {{"sender", sender.text()}, {"month", month.text()}}, {}, {}});
  }
  for (const MappedSide& mapped : reading.request.mapped_old) {
    if (side.find(mapped.sender) != nullptr) continue;
    side.deliveries.push_back(mapped_delivery(mapped, reading.words));
    if (mapped.provisions.empty()) side.why_unusable.push_back({"VER-135", {}, {{"sender", mapped.sender.text()}, {"month", mapped.month.text()}}, {}, {}});
  }
  std::sort(side.deliveries.begin(), side.deliveries.end(), [](const Delivery& a, const Delivery& b) { return a.sender < b.sender; });
  if (side.deliveries.empty() && side.why_unusable.empty()) side.why_unusable.push_back({"VER-139", {}, {}, {}, {}});
  return side;
}

}  // namespace srgconv::verify
