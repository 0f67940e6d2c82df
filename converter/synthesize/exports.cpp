// The two suppliers' CSV, and deliveries through the writer of target documents.
#include "synthesize/exports.hpp"

#include <span>
#include <utility>

#include <fmt/format.h>

#include "domain/decimal.hpp"
#include "synthesize/words.hpp"

namespace srgconv::synthesize {
namespace {

constexpr std::uint64_t row_purpose = 5;

std::string nine_digits(std::uint32_t bsn) { return fmt::format("{:09}", bsn); }

std::string_view word(std::span<const Word> words, int type, Random* random) {
  std::string_view chosen;
  std::uint64_t seen = 0;
  for (const Word& one : words) {
    if (one.type == type && (seen++ == 0 || (random != nullptr && random->below(seen) == 0))) chosen = one.text;
  }
  return chosen;
}

// The signs beyond ASCII that occur in words and remarks.
std::string windows_1252(std::string_view utf8) {
  static constexpr std::array<std::pair<std::string_view, char>, 3> signs{{{"ë", '\xEB'}, {"é", '\xE9'}, {"€", '\x80'}}};
  std::string text;
  while (!utf8.empty()) {
    std::size_t length = 1;
    char written = utf8.front();
    for (const auto& [sign, byte] : signs) {
      if (!utf8.starts_with(sign)) continue;
      length = sign.size();
      written = byte;
    }
    text += written;
    utf8.remove_prefix(length);
  }
  return text;
}

class Delivery : public ProvisionFile {
 public:
  Delivery(const std::filesystem::path& path, const rules::Format& format, const CodeLists& codes, std::string_view sender, ReportMonth month)
      : format_(format), writer_(path, format, codes), header_(format.header.size()) {
    for (std::size_t i = 0; i < format.header.size(); ++i) {
      if (format.header[i].name == "sender") header_[i] = std::string(sender);
      if (format.header[i].name == "month") header_[i] = month;
    }
  }
  void add(const Reported& provision) override {
    write::TargetRecord record;
    for (const rules::Field& field : format_.fields) record.values.push_back(value_of(field.name, provision));
    writer_.add(std::move(record));
  }
  void finish(Diagnostics& diagnostics) override { writer_.finish(std::move(header_), diagnostics); }

 private:
  static rules::Value value_of(const std::string& field, const Reported& provision) {
    const Facts& facts = provision.facts;
    if (field == "bsn") return nine_digits(provision.bsn);
    if (field == "id") return std::string(provision.id);
    if (field == "type") return fmt::format("{:02}", facts.type);
    if (field == "start") return facts.start;
    if (field == "end" && facts.end) return *facts.end;
    if (field == "goal" && facts.goal != ' ') return std::string(1, facts.goal);
    if (field == "work_capacity" && !provision.work_capacity.empty()) return std::string(provision.work_capacity);
    if (field == "wage_value" && facts.wage != 0) return Decimal::from_units(std::int64_t{facts.wage} * 100);
    return {};
  }

  const rules::Format& format_;
  write::TargetWriter writer_;
  std::vector<rules::Value> header_;
};

class SemicolonExport : public ProvisionFile {
 public:
  SemicolonExport(const std::filesystem::path& path, std::uint64_t seed) : file_(path), random_(seed_of(seed, row_purpose)) {
    file_.add("CLIENTNR;BSN;TRAJECT;INSTRUMENT;DATUM IN;DATUM UIT;DOEL;ONDER WML;LOONWAARDE;BUDGET;OPMERKING\r\n");
  }
  void add(const Reported& provision) override {
    const auto hyphen = provision.id.find('-');
    const auto client = provision.id.substr(0, hyphen), serial = hyphen == std::string_view::npos ? std::string_view() : provision.id.substr(hyphen + 1);
    row(client, serial, provision, is_wage_subsidy(provision.facts.type) ? "BUIG" : "REI");
    if (serial.empty() || !random_.happens(out_of_scope)) return;
    Reported integration = provision;  // a course from the civic-integration budget
    integration.facts.type = training;
    integration.facts.wage = 0;
    row(client, fmt::format("9{}", serial), integration, "INB");
  }
  void finish(Diagnostics&) override { file_.finish(); }

 private:
  static std::string day(const std::optional<Date>& date) {
    return date ? fmt::format("{:02}-{:02}-{:04}", date->day(), date->month(), date->year()) : std::string();
  }
  void row(std::string_view client, std::string_view serial, const Reported& provision, std::string_view budget) {
    static constexpr std::array<std::string_view, 4> remarks{"in overleg met cliënt", "vergoeding € 50 per maand", "zie dossier; één gesprek", "verlengd"};
    const Facts& facts = provision.facts;
    std::string remark = random_.below(8) == 0 ? windows_1252(remarks[random_.below(remarks.size())]) : std::string();
    if (remark.find(';') != std::string::npos) remark = '"' + remark + '"';
    file_.add(fmt::format("{};{};{};{};{};{};{};{};{};{};{}\r\n", client, provision.bsn, serial, windows_1252(word(words_a, facts.type, &random_)),
                          day(facts.start), day(facts.end),
                          facts.goal == '1'   ? "R"
                          : facts.goal == '2' ? "P"
                                              : "",
                          provision.work_capacity == "01"   ? "J"
                          : provision.work_capacity == "02" ? "N"
                                                            : "",
                          facts.wage == 0 ? std::string() : fmt::format("{},{:02}", facts.wage / 100, facts.wage % 100), budget, remark));
  }

  TextFile file_;
  Random random_;
};

class CommaExport : public ProvisionFile {
 public:
  explicit CommaExport(const std::filesystem::path& path) : file_(path) { file_.add("voorziening,bsn,product,begin,eind,doel,vermogen,loonwaarde\n"); }
  void add(const Reported& provision) override {
    const Facts& facts = provision.facts;
    file_.add(fmt::format("{},{},{},{},{},{},{},{}\n", provision.id, nine_digits(provision.bsn), word(words_b, facts.type, nullptr), day(facts.start),
                          day(facts.end),
                          facts.goal == '1'   ? "werk"
                          : facts.goal == '2' ? "meedoen"
                                              : "",
                          provision.work_capacity, facts.wage == 0 ? std::string() : Decimal::from_units(std::int64_t{facts.wage} * 100).text()));
  }
  void finish(Diagnostics&) override { file_.finish(); }

 private:
  static std::string day(const std::optional<Date>& date) {
    return date ? fmt::format("{:04}-{:02}-{:02}", date->year(), date->month(), date->day()) : std::string();
  }

  TextFile file_;
};

}  // namespace

std::unique_ptr<ProvisionFile> delivery_file(const std::filesystem::path& path, const rules::Format& levering, const CodeLists& codes, std::string_view sender,
                                             ReportMonth month) {
  return std::make_unique<Delivery>(path, levering, codes, sender, month);
}

std::unique_ptr<ProvisionFile> semicolon_export(const std::filesystem::path& path, std::uint64_t seed) { return std::make_unique<SemicolonExport>(path, seed); }

std::unique_ptr<ProvisionFile> comma_export(const std::filesystem::path& path) { return std::make_unique<CommaExport>(path); }

}  // namespace srgconv::synthesize
