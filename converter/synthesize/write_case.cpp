// The files of a case, written while the persons pass by: once in the order of the old systems, once in that of the new one.
#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "synthesize/case_rules.hpp"
#include "synthesize/exports.hpp"
#include "synthesize/synthesize.hpp"
#include "synthesize/world.hpp"
#include "write/write.hpp"

namespace srgconv::synthesize {
namespace {

namespace fs = std::filesystem;
using Export = OldSender::Export;

bool runs_in(const Facts& facts, ReportMonth month) { return facts.start.earliest() <= month.last_day() && (!facts.end || *facts.end >= month.first_day()); }

// The files of one old sender.
struct SenderFiles {
  std::unique_ptr<ProvisionFile> exported;
  std::vector<std::pair<ReportMonth, std::unique_ptr<ProvisionFile>>> delivered;
};

class CaseWriter {
 public:
  CaseWriter(const Settings& settings, const fs::path& folder, const rules::Format& levering, const CodeLists& codes)
      : world_(settings), folder_(folder), levering_(levering), codes_(codes), truth_(folder / "truth.csv"), dials_(folder / "dials.csv") {
    summary_.touched.resize(dial_count);
    summary_.persons = world_.persons();
    summary_.rule_file = case_name(world_) + ".rules";
  }

  Summary write(Diagnostics& diagnostics);

 private:
  void open_old_files(std::uint64_t seed);
  void add_old(const Person& person);
  void add_truth(const Person& person);
  void add_line(const Old* old, const Fresh* fresh, std::string_view relation);
  void write_new_delivery(Diagnostics& diagnostics);

  World world_;
  fs::path folder_;
  const rules::Format& levering_;
  const CodeLists& codes_;
  TextFile truth_, dials_;
  std::vector<SenderFiles> files_;
  Summary summary_;
};

void CaseWriter::open_old_files(std::uint64_t seed) {
  fs::create_directory(folder_ / "sent");
  fs::create_directory(folder_ / "new");
  const Circumstances& circumstances = world_.circumstances();
  const ReportMonth last = circumstances.last();
  for (std::size_t i = 0; i < world_.senders().size(); ++i) {
    const OldSender& sender = world_.senders()[i];
    const fs::path folder = folder_ / sender.folder;
    fs::create_directory(folder);
    SenderFiles files;
    const std::string name = "export-" + last.compact();
    switch (sender.kind) {
      case Export::semicolons: files.exported = semicolon_export(folder / (name + ".csv"), seed_of(seed, i)); break;
      case Export::commas: files.exported = comma_export(folder / (name + ".csv")); break;
      case Export::levering: files.exported = delivery_file(folder / (name + ".xml"), levering_, codes_, sender.code, last); break;
    }
    for (int before = circumstances.months - 1; before >= 0; --before) {
      const ReportMonth month = last.plus(-before);
      files.delivered.emplace_back(
          month, delivery_file(folder_ / "sent" / fmt::format("{}-{}.xml", sender.code, month.compact()), levering_, codes_, sender.code, month));
    }
    files_.push_back(std::move(files));
  }
}

// What ran in a month is in its delivery. An end is delivered when it is planned, and from the month on in which it came.
void CaseWriter::add_old(const Person& person) {
  const auto deliver = [&](const Facts& facts, int sender, const std::string& id) {
    for (auto& [month, file] : files_[static_cast<std::size_t>(sender)].delivered) {
      if (!runs_in(facts, month)) continue;
      Reported reported{person.bsn, id, facts, person.work_capacity};
      if (facts.end && *facts.end > month.last_day() && *facts.end <= world_.circumstances().last().last_day()) reported.facts.end.reset();
      file->add(reported);
    }
  };
  for (const Old& old : person.old) {
    Reported exported{person.bsn, old.id, old.facts, person.work_capacity};
    if (old.end_recorded_since) exported.facts.end = old.end_recorded_since;
    files_[static_cast<std::size_t>(old.sender)].exported->add(exported);
    deliver(old.facts, old.sender, old.id);
  }
  for (const Past& past : person.past) {
    files_[static_cast<std::size_t>(past.sender)].exported->add({person.bsn, past.id, past.facts, person.work_capacity});
    deliver(past.facts, past.sender, past.id);
  }
}

void CaseWriter::add_line(const Old* old, const Fresh* fresh, std::string_view relation) {
  const std::string keys = fmt::format("{};{};{};{}", old == nullptr ? "" : world_.senders()[static_cast<std::size_t>(old->sender)].code,
                                       old == nullptr ? "" : old->id, fresh == nullptr ? "" : world_.new_sender(), fresh == nullptr ? "" : fresh->id);
  truth_.add(fmt::format("{};{}\n", keys, relation));
  DialSet touched;
  if (old != nullptr) touched.add(old->dials);
  if (fresh != nullptr) touched.add(fresh->dials);
  if (!touched.empty()) dials_.add(fmt::format("{};{}\n", keys, touched.text()));
}

void CaseWriter::add_truth(const Person& person) {
  std::vector<bool> has_old(person.fresh.size(), false);
  auto link = person.links.begin();
  const auto count = [&](DialSet dials) {
    for (std::size_t i = 0; i < dial_count; ++i) summary_.touched[i] += dials.has(static_cast<Dial>(i)) ? 1 : 0;
  };
  for (std::size_t i = 0; i < person.old.size(); ++i) {
    const Old& old = person.old[i];
    count(old.dials);
    if (link == person.links.end() || link->old != i) add_line(&old, nullptr, name(old.fate));
    for (; link != person.links.end() && link->old == i; ++link) {
      has_old[link->fresh] = true;
      add_line(&old, &person.fresh[link->fresh], name(old.fate));
    }
  }
  for (std::size_t i = 0; i < person.fresh.size(); ++i) {
    if (has_old[i]) continue;
    count(person.fresh[i].dials);
    add_line(nullptr, &person.fresh[i], person.fresh[i].origin == NewOrigin::started ? "started" : "registered-late");
  }
  summary_.old_provisions += person.old.size();
  summary_.new_provisions += person.fresh.size();
}

void CaseWriter::write_new_delivery(Diagnostics& diagnostics) {
  const ReportMonth month = world_.circumstances().transition;
  const auto file =
      delivery_file(folder_ / "new" / fmt::format("{}-{}.xml", world_.new_sender(), month.compact()), levering_, codes_, world_.new_sender(), month);
  world_.for_each_new_person([&](const Person& person) {
    // Provisions of one person stand together.
    for (const Fresh& fresh : person.fresh) {
      if (!fresh.stranger) file->add({person.new_bsn, fresh.id, fresh.facts, person.work_capacity});
    }
    std::vector<const Fresh*> strangers;
    for (const Fresh& fresh : person.fresh) {
      if (fresh.stranger) strangers.push_back(&fresh);
    }
    std::stable_sort(strangers.begin(), strangers.end(), [](const Fresh* a, const Fresh* b) { return *a->stranger < *b->stranger; });
    for (const Fresh* fresh : strangers) file->add({*fresh->stranger, fresh->id, fresh->facts, is_wage_subsidy(fresh->facts.type) ? "01" : ""});
  });
  file->finish(diagnostics);
}

Summary CaseWriter::write(Diagnostics& diagnostics) {
  open_old_files(world_.circumstances().seed);
  truth_.add("old_sender;old_id;new_sender;new_id;relation\n");
  dials_.add("old_sender;old_id;new_sender;new_id;dials\n");
  world_.for_each_person([&](const Person& person) {
    add_old(person);
    add_truth(person);
  });
  truth_.finish();
  dials_.finish();
  for (SenderFiles& files : files_) {
    files.exported->finish(diagnostics);
    for (auto& [month, file] : files.delivered) file->finish(diagnostics);
  }
  files_.clear();
  write_new_delivery(diagnostics);
  write::write_file(folder_ / summary_.rule_file, case_rules(world_, diagnostics));
  return summary_;
}

}  // namespace

std::string settings_json(const Settings& settings, const Summary& summary, std::string_view program) {
  std::string text = fmt::format(
      "{{\n  \"program\": \"{}\",\n  \"command\": \"synthesize\",\n  \"case\": \"{}\",\n  \"seed\": {},\n  \"senders\": {},\n  \"provisions\": {},\n"
      "  \"months\": {},\n  \"persons\": {},\n  \"new_provisions\": {},\n  \"dials\": {{",
      program, summary.rule_file, settings.seed, settings.senders, settings.provisions, settings.months, summary.persons, summary.new_provisions);
  for (std::size_t i = 0; i < dial_count; ++i) {
    const Dial dial = static_cast<Dial>(i);
    text += fmt::format("{}\n    \"{}\": {{ \"percentage\": {}, \"touched\": {} }}", i == 0 ? "" : ",", name(dial), percentage(settings.dials[dial]),
                        summary.touched[i]);
  }
  return text + "\n  }\n}\n";
}

std::optional<Summary> synthesize(const Settings& settings, const fs::path& out, bool force, std::string_view program, rules::ImportResolver& library,
                                  Diagnostics& diagnostics) {
  const auto pack = rules::parse_rules(SourceText("synthesize", "import 'srg-2026'\n"), "synthesize", library, diagnostics);
  const rules::Format* levering = pack ? pack->format("levering") : nullptr;
  if (levering == nullptr) return std::nullopt;
  write::OutputFolder folder(out, force, diagnostics);
  if (!folder.ready()) return std::nullopt;
  const std::size_t errors_before = diagnostics.error_count();
  const CodeLists codes;  // no field of a delivery is written by its role
  const Summary summary = CaseWriter(settings, folder.path(), *levering, codes).write(diagnostics);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  write::write_file(folder.path() / "manifest.json", settings_json(settings, summary, program));
  folder.publish();
  return summary;
}

}  // namespace srgconv::synthesize
