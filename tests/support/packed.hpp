// Gzip and zip files for tests, made by hand so that they can be wrong in every way.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace srgconv::test {

/// Deflated: -MAX_WBITS bare, 16 + MAX_WBITS as a gzip file.
inline std::string deflated(std::string_view text, int window = -MAX_WBITS) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string gzipped(std::string_view text) { return deflated(text, 16 + MAX_WBITS); }

struct ZipMember {
  std::string name, text;
  unsigned method = 8;           ///< 8 deflate, 0 stored; another one is only claimed
  unsigned flags = 0;            ///< 1: encrypted
  std::uint32_t attributes = 0;  ///< of Unix, in the upper half
  std::uint32_t wrong_crc = 0;   ///< added to the checksum
  std::int32_t wrong_size = 0;   ///< added to the unpacked size
};

inline std::string zipped(const std::vector<ZipMember>& members) {
  std::string out, list;
  const auto number = [](std::string& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8 * i) & 0xFFU);
  };
  for (const ZipMember& member : members) {
    const std::string packed = member.method == 8 ? deflated(member.text) : member.text;
    const auto crc = static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(member.text.data()), static_cast<uInt>(member.text.size())));
    const std::size_t at = out.size();
    const auto facts = [&](std::string& to) {
      number(to, 20, 2);  // version
      number(to, member.flags, 2);
      number(to, member.method, 2);
      number(to, 0x58210000U, 4);  // time and date
      number(to, crc + member.wrong_crc, 4);
      number(to, packed.size(), 4);
      number(to, member.text.size() + static_cast<std::uint32_t>(member.wrong_size), 4);
      number(to, member.name.size(), 2);
      number(to, 0, 2);
    };
    number(out, 0x04034B50U, 4);
    facts(out);
    out += member.name + packed;
    number(list, 0x02014B50U, 4);
    number(list, 3U << 8U | 20U, 2);  // made on Unix
    facts(list);
    number(list, 0, 6);
    number(list, member.attributes, 4);
    number(list, at, 4);
    list += member.name;
  }
  const std::size_t begin = out.size();
  out += list;
  number(out, 0x06054B50U, 4);
  number(out, 0, 4);
  number(out, members.size(), 2);
  number(out, members.size(), 2);
  number(out, list.size(), 4);
  number(out, begin, 4);
  number(out, 0, 2);
  return out;
}

}  // namespace srgconv::test
