// The shipped pack, and provisions of a delivery made in memory.
#pragma once

#include <stdexcept>

#include "content/content.hpp"

namespace srgconv::content::testing {

inline const pack::Pack& shipped_pack() {
  static Diagnostics diagnostics;
  static pack::Library library({SRGCONV_SOURCE_DIR}, diagnostics);
  static const pack::Pack* const pack = library.pack("srg-2026");
  if (pack == nullptr) throw std::runtime_error(render_all(diagnostics, Language::en));
  return *pack;
}

inline Date day(int year, int month, int number) { return *Date::from_parts(year, month, number); }

/// A provision as delivered; an empty word is not delivered.
struct Row {
  std::string type = "30", goal = "1", work_capacity;
  Date start = Date::from_day_number(20000);
  std::optional<Date> end;
  std::optional<Decimal> wage_value;
};

class Sent {
 public:
  explicit Sent(ReportMonth month = *ReportMonth::from_parts(2026, 1), std::string file = "0363-202601.xml") {
    delivery.sender = *SenderCode::parse("0363");
    delivery.month = month;
    delivery.file = std::move(file);
  }
  Sent& add(const Row& row) {
    delivery::Delivered provision;
    provision.id = std::to_string(1000 + delivery.provisions.size());
    provision.facts = {Bsn::parse("123456782").bsn, words.keep(row.type), row.start, row.end};
    provision.goal = words.keep(row.goal);
    provision.work_capacity = words.keep(row.work_capacity);
    provision.wage_value = row.wage_value;
    provision.line = static_cast<std::uint32_t>(10 + delivery.provisions.size());
    delivery.provisions.push_back(std::move(provision));
    return *this;
  }
  Content judged() const {
    RecordChecks checks(shipped_pack());
    checks.look_at(delivery);
    return std::move(checks).result();
  }

  delivery::Words words;
  delivery::Delivery delivery;
};

inline const checks::CheckResult& result(const Content& content, std::string_view id) {
  for (const checks::CheckResult& each : content.checks) {
    if (each.id == id) return each;
  }
  throw std::out_of_range(std::string(id));
}

}  // namespace srgconv::content::testing
