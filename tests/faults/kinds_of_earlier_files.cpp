// Contradictions with conversion files that were made before; and damage that touches no judged fact.
#include <algorithm>
#include <stdexcept>

#include "catalogue.hpp"

namespace srgconv::faults {
namespace {

// The conversion file of the block as it would have been handed in before, with another sequence number or month.
Document earlier_file(Damage& d, const std::string& sequence) {
  Document file = d.conversion_of(d.block.plain[0]);
  file.name = "eerder-" + sequence + ".xml";
  file.root.value("Kop/Volgnummer") = sequence;
  return file;
}

Element& record_in(Document& file, const Link& link) {
  for (Element* one : file.root.all("Voorziening")) {
    if (one->value("OudeSleutel/Berichtgevercode") == link.old_sender && one->value("OudeSleutel/Registratienummer") == link.old_id) return *one;
  }
  throw std::out_of_range(link.old_id);
}

// Keeps one record of a file.
void keep_only(Document& file, const Link& link) {
  const Element kept = record_in(file, link);
  file.root.remove("Voorziening");
  file.root.children.push_back(kept);
}

void replace_the_earlier(Damage& d) {
  Element& head = d.head();
  head.value("Volgnummer") = "2";
  head.insert_after("Volgnummer", leaf("VervangtVolgnummer", "1"));
}

}  // namespace

std::vector<Kind> kinds_of_earlier_files() {
  return {
      {"earlier-file-contradicts", "an earlier file of the same transition, not replaced, links a provision to another new key", "EARLIER", Told::violated,
       [](Damage& d) {
         Document file = earlier_file(d, "2");
         std::swap(record_in(file, d.block.plain[0]).at("NieuweSleutel"), record_in(file, d.block.plain[2]).at("NieuweSleutel"));
         d.files.earlier.push_back(file);
       }},
      {"link-changed-since", "a link is another than in the file that is replaced", "EARLIER", Told::undecided,
       [](Damage& d) {
         Document file = earlier_file(d, "1");
         std::swap(record_in(file, d.block.plain[0]).at("NieuweSleutel"), record_in(file, d.block.plain[2]).at("NieuweSleutel"));
         d.files.earlier.push_back(file);
         replace_the_earlier(d);
       }},
      {"record-gone-since", "a record of the file that is replaced is gone", "EARLIER", Told::undecided,
       [](Damage& d) {
         Document file = earlier_file(d, "1");
         Element more = record_in(file, d.block.plain[0]);
         more.value("OudeSleutel/Registratienummer") = "8001";
         more.value("NieuweSleutel/Registratienummer") = "9001";
         file.root.children.push_back(more);
         recount(file);
         d.files.earlier.push_back(file);
         replace_the_earlier(d);
       }},
      {"new-key-claimed-before", "a new key was given to another old provision in an earlier file", "EARLIER", Told::violated,
       [](Damage& d) {
         Document file = earlier_file(d, "1");
         keep_only(file, d.block.plain[0]);
         record_in(file, d.block.plain[0]).value("OudeSleutel/Registratienummer") = "8002";
         file.root.value("Kop/EersteVerslagmaand") = d.shape.last_month;
         file.root.at("Voorziening").value("LaatsteVerslagmaand") = d.shape.month_before;
         recount(file);
         d.files.earlier.push_back(file);
       }},
      {"old-key-linked-before", "an old provision was linked to another new key in an earlier transition", "EARLIER", Told::violated,
       [](Damage& d) {
         Document file = earlier_file(d, "1");
         keep_only(file, d.block.plain[0]);
         Element& record = file.root.at("Voorziening");
         file.root.value("Kop/EersteVerslagmaand") = d.shape.last_month;
         record.value("LaatsteVerslagmaand") = d.shape.month_before;
         record.value("NieuweSleutel/Registratienummer") = "9002";
         record.value("NieuweSleutel/Nummering") = d.shape.last_month;
         recount(file);
         d.files.earlier.push_back(file);
       }},
      {"old-numbering-since", "an earlier file says that the old numbers have another numbering", "EARLIER", Told::violated,
       [](Damage& d) {
         Document file = earlier_file(d, "1");
         keep_only(file, d.block.plain[0]);
         Element& record = file.root.at("Voorziening");
         file.root.value("Kop/EersteVerslagmaand") = d.shape.month_before;
         file.root.value("Kop/Berichtgevercode") = d.block.plain[0].old_sender;
         record.value("LaatsteVerslagmaand") = month_later(d.shape.month_before, -1);
         record.value("OudeSleutel/Registratienummer") = "8003";
         record.value("NieuweSleutel/Berichtgevercode") = d.block.plain[0].old_sender;
         record.value("NieuweSleutel/Nummering") = d.shape.month_before;
         record.value("NieuweSleutel/Registratienummer") = d.block.plain[0].old_id;
         recount(file);
         d.files.earlier.push_back(file);
       }},
      {"earlier-file-unreadable", "an earlier file is cut off", "EARLIER", Told::not_assessed,
       [](Damage& d) {
         Document file = earlier_file(d, "1");
         file.bytes.push_back([](const std::string& text) { return text.substr(0, text.size() / 2); });
         d.files.earlier.push_back(file);
         replace_the_earlier(d);
       }},
      {"earlier-files-of-one-number", "two earlier files differ and have one sequence number", "EARLIER", Told::not_assessed,
       [](Damage& d) {
         Document file = earlier_file(d, "1"), other = earlier_file(d, "1");
         other.name = "eerder-ook-1.xml";
         std::swap(record_in(other, d.block.plain[0]).at("NieuweSleutel"), record_in(other, d.block.plain[2]).at("NieuweSleutel"));
         d.files.earlier.push_back(file);
         d.files.earlier.push_back(other);
         replace_the_earlier(d);
       }},
  };
}

std::vector<Kind> kinds_that_harm_nothing() {
  const auto harmless = [](std::string name, std::string sentence, std::string reason, std::function<void(Damage&)> apply) {
    return Kind{std::move(name), std::move(sentence), "", Told::nothing, std::move(apply), {}, std::move(reason)};
  };
  return {
      harmless("records-in-another-order", "the records stand in the opposite order", "the order of records says nothing",
               [](Damage& d) {
                 for (Document& file : d.files.conversions) {
                   auto& children = file.root.children;
                   std::reverse(std::find_if(children.begin(), children.end(), [](const Element& one) { return one.name == "Voorziening"; }), children.end());
                 }
               }),
      harmless("persons-in-another-order", "the persons of the new delivery stand in the opposite order", "the order of persons says nothing",
               [](Damage& d) {
                 for (Document& file : d.files.new_deliveries) {
                   auto& children = file.root.children;
                   std::reverse(std::find_if(children.begin(), children.end(), [](const Element& one) { return one.name == "Persoon"; }), children.end());
                 }
               }),
      harmless("explanation-reworded", "the explanation of a dropped provision has other words", "whether an explanation is true cannot be read from files",
               [](Damage& d) { d.record(d.block.dropped).value("Toelichting") = "iets anders"; }),
      harmless("reason-of-a-change-reworded", "the reason of a declared change has other words", "whether a reason is true cannot be read from files",
               [](Damage& d) { d.record(d.block.changed).value("Wijziging/Reden") = "iets anders"; }),
      harmless("description-added", "a provision of the new delivery has a description", "descriptions are free text, and no check reads them",
               [](Damage& d) { d.new_provision(d.block.plain[0]).insert_after("DoelVoorziening", leaf("Omschrijving", "drie ochtenden")); }),
      harmless("comment-added", "a comment stands between records", "a comment is no data",
               [](Damage& d) { in_text(d.conversion_of(d.block.plain[0]), "</Kop>", "</Kop><!-- nagekeken -->"); }),
      harmless("sequence-number-higher", "the only new delivery has a higher sequence number", "which one holds is not in doubt",
               [](Damage& d) { d.new_delivery(d.block.plain[0].new_sender).root.value("Kop/Volgnummer") = "3"; }),
      harmless("files-renamed", "the files have other names", "a file is judged by what stands in it",
               [](Damage& d) {
                 int number = 0;
                 for (auto* side : {&d.files.conversions, &d.files.old_deliveries, &d.files.new_deliveries}) {
                   for (Document& file : *side) file.name = "bestand-" + std::to_string(++number) + ".xml";
                 }
               }),
      harmless("twins-without-a-difference-crossed", "two new keys of one person with equal facts are exchanged", "nothing in any file tells the two apart",
               [](Damage& d) {
                 // Both get the end that one has, in every file; then they are exchanged.
                 d.old_provision(d.block.twin).insert_after("DatumBegin", leaf("DatumEinde", "20271231"));
                 d.new_provision(d.block.twin).insert_after("DatumBegin", leaf("DatumEinde", "20271231"));
                 d.record(d.block.twin).insert_after("DatumBegin", leaf("DatumEinde", "20271231"));
                 d.new_key(d.block.twin).insert_after("DatumBegin", leaf("DatumEinde", "20271231"));
                 std::swap(d.new_key(d.block.twin), d.new_key(d.block.other_twin));
               }),
      harmless("never-there", "a provision is missing in the file and in all deliveries",
               "what no file ever had cannot be missed: the deliveries are the truth",
               [](Damage& d) {
                 d.remove_record(d.block.subsidy);
                 d.remove_old(d.block.subsidy);
                 d.remove_new(d.block.subsidy);
               }),
      harmless("wrong-everywhere", "the start is another in the file and in all deliveries", "what every file agrees on is taken as delivered",
               [](Damage& d) {
                 for (Element* one :
                      {&d.record(d.block.plain[0]), &d.new_key(d.block.plain[0]), &d.old_provision(d.block.plain[0]), &d.new_provision(d.block.plain[0])}) {
                   std::string& start = one->value("DatumBegin");
                   start = days_later(start, 1);
                 }
               }),
      harmless("all-old-numberings-renamed", "all old numbers are said to have a numbering of long ago",
               "only an earlier conversion file tells when a numbering began: old-numbering-since",
               [](Damage& d) {
                 if (d.shape.goes_on) {
                   for (Document& file : d.files.conversions) {
                     for (Element* record : file.root.all("Voorziening")) {
                       for (Element* fresh : record->all("NieuweSleutel")) fresh->value("Nummering") = "201901";
                     }
                   }
                 }
                 for (Document& file : d.files.conversions) {
                   for (Element* record : file.root.all("Voorziening")) record->value("OudeSleutel/Nummering") = "201901";
                 }
               }),
      harmless("started-since-missing", "a provision that started since is missing in the new delivery",
               "nothing older tells that it should be there; the next month does: `srgconv check`", [](Damage& d) { d.remove_new(d.block.started); }),
  };
}

}  // namespace srgconv::faults
