// Layout, little-endian, after the fastText part:
//   uint32 n; n floats                              the common direction
//   uint32 n; n times uint32 hash, float rarity     stems
//   uint64 size of the fastText part
//   uint64 checksum of everything before it
//   8 bytes "GAINSAY1"
#include <array>
#include <cstring>
#include <fstream>
#include <iterator>

#include "model_file.h"

namespace gainsay::embed {
namespace {

constexpr std::string_view kMagic = "GAINSAY1";
constexpr std::size_t kTail = 3 * sizeof(std::uint64_t);  // size, checksum, magic

/// FNV-1a over words of eight bytes: a few milliseconds for a model. A changed byte always changes
/// it, as every step is invertible.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ULL ^ bytes.size();
  for (std::size_t at = 0; at < bytes.size(); at += sizeof hash) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
    hash = (hash ^ word) * 0x100000001B3ULL;
    hash ^= hash >> 32;
  }
  return hash;
}

template <class T>
void put(std::string& out, const T& value) {
  std::array<char, sizeof(T)> bytes{};
  std::memcpy(bytes.data(), &value, sizeof(T));
  out.append(bytes.data(), bytes.size());
}

template <class T>
bool take(std::string_view& in, T& value) {
  if (in.size() < sizeof(T)) return false;
  std::memcpy(&value, in.data(), sizeof(T));
  in.remove_prefix(sizeof(T));
  return true;
}

/// A count of things of `size` bytes that are really there.
bool take_count(std::string_view& in, std::size_t size, std::uint32_t& count) {
  return take(in, count) && count <= in.size() / size;
}

bool parse(std::string_view in, Companion& out) {
  std::uint32_t count = 0;
  if (!take_count(in, sizeof(float), count)) return false;
  out.common.resize(count);
  for (float& value : out.common) {
    if (!take(in, value)) return false;
  }
  if (!take_count(in, sizeof(std::uint32_t) + sizeof(float), count)) return false;
  out.stems.resize(count);
  for (auto& [hash, rarity] : out.stems) {
    if (!take(in, hash) || !take(in, rarity)) return false;
  }
  return in.empty();
}

}  // namespace

Result<std::optional<OwnModel>> read_own_model(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return fail(ErrorCode::kNotFound, file.string(), "no such model; train one, or name another");
  }
  std::ifstream in(file, std::ios::binary);
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error || !in) return fail(ErrorCode::kModel, file.string(), "the model cannot be read");
  if (size < kTail) return std::optional<OwnModel>();
  std::string magic(kMagic.size(), '\0');
  in.seekg(-static_cast<std::streamoff>(kMagic.size()), std::ios::end);
  in.read(magic.data(), static_cast<std::streamsize>(magic.size()));
  if (!in || magic != kMagic) return std::optional<OwnModel>();
  OwnModel out;
  std::string& bytes = out.fasttext;
  bytes.resize(size);
  in.seekg(0);
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  std::string_view tail = std::string_view(bytes).substr(size - kTail);
  std::uint64_t part = 0;
  std::uint64_t sum = 0;
  const bool whole =
      in && take(tail, part) && take(tail, sum) &&
      sum == checksum(std::string_view(bytes).substr(0, size - 16)) && part <= size - kTail &&
      parse(std::string_view(bytes).substr(part, size - kTail - part), out.companion);
  if (!whole) {
    return fail(ErrorCode::kModel, file.string(),
                "the model is damaged (its checksum is wrong); install or train it again");
  }
  bytes.resize(part);
  return std::optional<OwnModel>(std::move(out));
}

Result<void> write_own_model(const std::filesystem::path& file, const OwnModel& model) {
  std::string bytes = model.fasttext;
  put(bytes, static_cast<std::uint32_t>(model.companion.common.size()));
  for (const float value : model.companion.common)
    put(bytes, value);
  put(bytes, static_cast<std::uint32_t>(model.companion.stems.size()));
  for (const auto& [hash, rarity] : model.companion.stems) {
    put(bytes, hash);
    put(bytes, rarity);
  }
  put(bytes, static_cast<std::uint64_t>(model.fasttext.size()));
  put(bytes, checksum(bytes));
  bytes += kMagic;
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  if (out.flush()) return {};
  return fail(ErrorCode::kOutput, file.string(),
              "cannot write; check that the directory exists, may be written to and has space");
}

}  // namespace gainsay::embed
