// EARLIER: is what the files say consistent with conversion files that were made before? Keys are compared with their numbering: 1001 -> 2001 and, under the
// next numbering, 2001 -> 1001 is lawful.
#include <algorithm>
#include <set>
#include <tuple>

#include "verify/conversion_checks.hpp"
#include "verify/earlier_files.hpp"

namespace srgconv::verify {
namespace {

// A provision as a file names it.
using Key = std::tuple<const Numbering&, const std::string&>;

// A record or new key of any of the files, found by its key. Ordered by key, then by place.
struct Mention {
  const ConversionFiles* files = nullptr;
  const Record* record = nullptr;
  const NewKey* fresh = nullptr;  // null: the record's own key

  Key key() const { return fresh != nullptr ? Key{files->numbering(*fresh), fresh->id} : Key{files->numbering(*record), record->id}; }
  const ConversionFile& file() const { return files->each[record->file]; }
  ReportMonth month() const { return *file().header.month; }
};

std::span<const NewKey> keys_of(const ConversionFiles& files, const Record& record) { return {files.keys.data() + record.first_key, record.keys}; }

class Mentions {
 public:
  void add(const Mention& mention) { all_.push_back(mention); }
  void order() {
    std::stable_sort(all_.begin(), all_.end(), [](const Mention& a, const Mention& b) { return a.key() < b.key(); });
  }
  std::span<const Mention> of(const Key& key) const {
    const auto first = std::lower_bound(all_.begin(), all_.end(), key, [](const Mention& a, const Key& wanted) { return a.key() < wanted; });
    const auto last = std::upper_bound(first, all_.end(), key, [](const Key& wanted, const Mention& a) { return wanted < a.key(); });
    return {all_.data() + (first - all_.begin()), static_cast<std::size_t>(last - first)};
  }

 private:
  std::vector<Mention> all_;
};

// Where a record goes: its relation and new keys, whatever their order in the file.
std::tuple<Relation, std::vector<Key>> destination(const ConversionFiles& files, const Record& record) {
  std::vector<Key> keys;
  for (const NewKey& key : keys_of(files, record)) keys.emplace_back(files.numbering(key), key.id);
  std::vector<const Key*> order;
  for (const Key& key : keys) order.push_back(&key);
  std::sort(order.begin(), order.end(), [](const Key* a, const Key* b) { return *a < *b; });
  std::vector<Key> ordered;
  for (const Key* key : order) ordered.push_back(*key);
  return {record.relation, std::move(ordered)};
}

// The same as text: `1980@202201/A + 1980@202201/B (gesplitst)`, `(open)`.
std::string shown_destination(const Evidence& evidence, const ConversionFiles& files, const Record& record) {
  std::vector<std::string> keys;
  for (const NewKey& key : keys_of(files, record)) keys.push_back(files.shown(key));
  std::sort(keys.begin(), keys.end());
  std::string text;
  for (const std::string& key : keys) text += (text.empty() ? "" : " + ") + key;
  if (record.relation == Relation::same && !text.empty()) return text;
  return text + (text.empty() ? "(" : " (") + shown_code(evidence, "relation", name(record.relation)) + ")";
}

bool ends_key(Relation relation) {
  return is_link(relation) || relation == Relation::ended || relation == Relation::ended_since || relation == Relation::dropped;
}
// Ran in its sender's last month, as the file says.
bool is_running(const Record& record) { return record.relation != Relation::ended; }

// Does a link lead to a key that is linked itself in the same files? Only then can they hold a circle of their own. Most files have no numbering on both sides.
bool gives_to_linked_keys(const ConversionFiles& files) {
  std::vector<bool> linked_numbering(files.numberings.size());
  for (const Record& record : files.records) linked_numbering[record.numbering] = linked_numbering[record.numbering] || is_link(record.relation);
  std::set<Key> given;
  for (const NewKey& key : files.keys) {
    if (linked_numbering[key.numbering]) given.emplace(files.numbering(key), key.id);
  }
  return std::any_of(files.records.begin(), files.records.end(), [&](const Record& record) {
    return !given.empty() && is_link(record.relation) && given.contains(Key{files.numbering(record), record.id});
  });
}

class EarlierCheck {
 public:
  EarlierCheck(const Evidence& evidence, Tally& tally) : evidence_(evidence), tally_(tally) {}

  void run() {
    gather();
    numberings_ = numberings_since(evidence_.earlier, evidence_.month);
    for (const Record& record : evidence_.files.records) judge(record);
    for (const ConversionFile& file : evidence_.files.each) judge_missing(file);
  }

 private:
  enum class Standing { replaced, rival, other };  // an earlier file beside one that is judged

  // Of one new sender and month only one file holds: the earlier one is replaced, or contradicted.
  static Standing standing(const ConversionFile& earlier, const ConversionFile& file) {
    const FileHeader &before = earlier.header, &now = file.header;
    if (before.sender != now.sender || before.month != now.month) return Standing::other;
    return now.replaces && now.sequence && *now.sequence > *before.sequence && *now.replaces >= *before.sequence ? Standing::replaced : Standing::rival;
  }
  Standing standing(const ConversionFile& earlier) const {
    Standing strongest = Standing::other;
    for (const ConversionFile& file : evidence_.files.each) {
      const Standing one = standing(earlier, file);
      if (one != Standing::other) strongest = one;
    }
    return strongest;
  }

  void gather() {
    const EarlierFiles& earlier = evidence_.earlier;
    std::vector<Standing> standings(earlier.files.each.size(), Standing::other);
    std::vector<bool> holds(earlier.files.each.size());
    for (const std::uint32_t index : earlier.in_force) {
      holds[index] = true;
      standings[index] = standing(earlier.files.each[index]);
      if (standings[index] == Standing::replaced) tally_.keep_every_finding();
    }
    for (const Record& record : earlier.files.records) {
      if (!holds[record.file]) continue;
      if (standings[record.file] == Standing::other)
        add(earlier.files, record, old_keys_, new_keys_);
      else
        counterparts_.add({&earlier.files, &record, nullptr});
    }
    for (const Record& record : evidence_.files.records) add(evidence_.files, record, own_old_keys_, own_new_keys_);
    for (Mentions* mentions : {&old_keys_, &new_keys_, &counterparts_, &own_old_keys_, &own_new_keys_}) mentions->order();
  }
  static void add(const ConversionFiles& files, const Record& record, Mentions& old_keys, Mentions& new_keys) {
    old_keys.add({&files, &record, nullptr});
    for (const NewKey& key : keys_of(files, record)) new_keys.add({&files, &record, &key});
  }

  void judge(const Record& record) {
    const ConversionFiles& files = evidence_.files;
    const ConversionFile& file = files.each[record.file];
    Case one(tally_, file.name, record.line);
    judge_counterpart(record, file, one);
    const Numbering& numbering = files.numbering(record);
    const auto known = numberings_.find(numbering.sender);
    if (known != numberings_.end() && known->second != numbering)
      one.violated("VER-168", [&] { return Arguments{{"key", files.shown(record)}, {"numbering", known->second.text()}}; });
    for (const Mention& other : old_keys_.of(Key{numbering, record.id})) judge_same_old_key(record, other, one);
    for (const Mention& other : new_keys_.of(Key{numbering, record.id})) {
      // A later file gives out again what this one ends.
      if (ends_key(record.relation) && other.month() > evidence_.month) tell_used_again(one, files.shown(record), other.file().name);
    }
    for (const NewKey& key : keys_of(files, record)) judge_new_key(record, key, one);
    if (is_in_cycle(record)) one.violated("VER-166", [&] { return Arguments{{"key", files.shown(record)}}; });
  }

  // The record of the same old key in the file that this one replaces, or contradicts.
  void judge_counterpart(const Record& record, const ConversionFile& file, Case& one) {
    const ConversionFiles& files = evidence_.files;
    const ConversionFiles& earlier = evidence_.earlier.files;
    const Record* before = nullptr;
    for (const Mention& mention : counterparts_.of(Key{files.numbering(record), record.id})) {
      if (standing(mention.file(), file) != Standing::other) before = mention.record;
    }
    if (before != nullptr) {
      if (destination(earlier, *before) == destination(files, record)) return;
      const auto arguments = [&] {
        return Arguments{{"key", files.shown(record)},
                         {"before", shown_destination(evidence_, earlier, *before)},
                         {"now", shown_destination(evidence_, files, record)},
                         {"other", earlier.name_of(*before)}};
      };
      if (standing(earlier.each[before->file], file) == Standing::replaced)
        one.undecided("VER-160", arguments);
      else
        one.violated("VER-163", arguments);
      return;
    }
    for (const std::uint32_t index : evidence_.earlier.in_force) {
      const ConversionFile& rival = earlier.each[index];
      const Standing is = standing(rival, file);
      if (is == Standing::other) continue;
      const auto arguments = [&] {
        return Arguments{{"key", files.shown(record)}, {"before", "-"}, {"now", shown_destination(evidence_, files, record)}, {"other", rival.name}};
      };
      if (is == Standing::replaced)
        one.undecided("VER-161", arguments);
      else
        one.violated("VER-163", arguments);
    }
  }

  // What the file that is replaced or contradicted has, and this one has not.
  void judge_missing(const ConversionFile& file) {
    const ConversionFiles& earlier = evidence_.earlier.files;
    const std::set<std::uint32_t> in_force(evidence_.earlier.in_force.begin(), evidence_.earlier.in_force.end());
    for (const Record& before : earlier.records) {
      const ConversionFile& its_file = earlier.each[before.file];
      const Standing is = standing(its_file, file);
      if (is == Standing::other || !in_force.contains(before.file)) continue;
      if (!own_old_keys_.of(Key{earlier.numbering(before), before.id}).empty()) continue;
      Case one(tally_, file.name, file.header.line);
      const auto arguments = [&] {
        return Arguments{{"key", earlier.shown(before)}, {"before", shown_destination(evidence_, earlier, before)}, {"now", "-"}, {"other", its_file.name}};
      };
      if (is == Standing::replaced)
        one.undecided("VER-162", arguments);
      else
        one.violated("VER-163", arguments);
    }
  }

  void tell_used_again(Case& one, const std::string& key, const std::string& other) const {
    one.violated("VER-165", [&] { return Arguments{{"key", key}, {"other", other}}; });
  }

  // The same old key in a file of another transition, or of another new sender.
  void judge_same_old_key(const Record& record, const Mention& other, Case& one) {
    const ConversionFiles& files = evidence_.files;
    const auto arguments = [&] {
      return Arguments{{"key", files.shown(record)},
                       {"before", shown_destination(evidence_, *other.files, *other.record)},
                       {"now", shown_destination(evidence_, files, record)},
                       {"other", other.file().name}};
    };
    const bool same_way = destination(*other.files, *other.record) == destination(files, record);
    if (is_link(record.relation) && is_link(other.record->relation) && !same_way) one.violated("VER-164", arguments);
    if (other.month() == evidence_.month) {
      if (!same_way && !(is_link(record.relation) && is_link(other.record->relation))) one.violated("VER-163", arguments);
      return;
    }
    const bool is_earlier = other.month() < evidence_.month;
    const Record &first = is_earlier ? *other.record : record, &second = is_earlier ? record : *other.record;
    if (ends_key(first.relation) && is_running(second)) tell_used_again(one, files.shown(record), other.file().name);
  }

  void judge_new_key(const Record& record, const NewKey& key, Case& one) {
    const ConversionFiles& files = evidence_.files;
    const Key its_key{files.numbering(key), key.id};
    for (const Mention& other : old_keys_.of(its_key)) {
      if (other.month() <= evidence_.month && ends_key(other.record->relation)) tell_used_again(one, files.shown(key), other.file().name);
    }
    for (const Mention& other : new_keys_.of(its_key)) {
      const bool same_old = Key{other.files->numbering(*other.record), other.record->id} == Key{files.numbering(record), record.id};
      if (same_old) continue;  // a finding about the old key
      one.violated("VER-167", [&] { return Arguments{{"key", files.shown(key)}, {"old", other.files->shown(*other.record)}, {"other", other.file().name}}; });
    }
  }

  // Do the links lead from a record back to its own key?
  bool is_in_cycle(const Record& record) const {
    const Key start{evidence_.files.numbering(record), record.id};
    std::vector<std::pair<const ConversionFiles*, const NewKey*>> ahead;
    std::set<const Record*> visited{&record};
    const auto go_on = [&](const ConversionFiles& files, const Record& from) {
      for (const NewKey& key : keys_of(files, from)) ahead.emplace_back(&files, &key);
    };
    go_on(evidence_.files, record);
    while (!ahead.empty()) {
      const auto [files, fresh] = ahead.back();
      ahead.pop_back();
      const Key key{files->numbering(*fresh), fresh->id};
      if (key == start) return true;
      for (const Mentions* mentions : {&old_keys_, &own_old_keys_}) {
        for (const Mention& next : mentions->of(key)) {
          if (visited.insert(next.record).second) go_on(*next.files, *next.record);
        }
      }
    }
    return false;
  }

  const Evidence& evidence_;
  Tally& tally_;
  Mentions old_keys_, new_keys_;          // of earlier files of other transitions or new senders
  Mentions counterparts_;                 // old keys of earlier files that the ones judged replace or contradict
  Mentions own_old_keys_, own_new_keys_;  // of the files that are judged
  std::map<SenderCode, Numbering> numberings_;
};

}  // namespace

void check_earlier(const Evidence& evidence, Tally& tally) {
  if (evidence.earlier.files.each.empty() && !gives_to_linked_keys(evidence.files)) {
    tally.nothing_to_assess();
    return;
  }
  EarlierCheck(evidence, tally).run();
}

}  // namespace srgconv::verify
