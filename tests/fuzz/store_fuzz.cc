// A damaged database is an error or still gives reports; it never ends the program.
#include <filesystem>
#include <fstream>

#include "fuzz.h"
#include "store/store.h"
#include "support/build.h"

namespace gainsay::fuzz {
namespace {

namespace fs = std::filesystem;

std::string sound_database() {
  const std::string path = scratch_folder() + "/sound.db";
  {
    auto store = store::Store::open(path);
    must(store.has_value(), "a database can be made");
    const text::Document document = build::doc("Some 12 people died. He said no.", "2031-03-14");
    const std::vector<text::Sentence> sentences = {{0, 0, {0, 20}, {0, 20}, Zone::kBody},
                                                   {1, 0, {21, 32}, {21, 32}, Zone::kBody}};
    Claim claim;
    claim.id = ClaimId(7);
    claim.span = {0, 14};
    claim.text = "Some 12 people";
    claim.attribute = claim.rule = "casualties.killed";
    claim.value.quantity = Quantity{};
    Rows rows{2, {1, 0, 0, 1}};
    must(store->put(document, sentences, {claim}, rows, "recipe").has_value(), "a report is kept");
  }
  std::string bytes = read_file(path);
  fs::remove(path);
  return bytes;
}

void check(const std::string& bytes) {
  const std::string path = scratch_folder() + "/damaged.db";
  for (const char* tail : {"", "-wal", "-shm"})
    fs::remove(path + tail);
  std::ofstream(path, std::ios::binary) << bytes;
  auto store = store::Store::open(path);
  if (!store) {
    must(!store.error().message.empty(), "an error says what is wrong");
    return;
  }
  const auto all = store->all();
  if (!all) must(!all.error().message.empty(), "an error says what is wrong");
  const auto held = store->holds("report.txt", std::string(64, '0'), "recipe");
  if (!held) must(!held.error().message.empty(), "an error says what is wrong");
}

}  // namespace

std::vector<Target> targets() {
  Target target;
  target.name = "database";
  target.seeds = {sound_database()};
  target.pieces = {std::string(8, '\0'),  std::string(8, '\xFF'),
                   "casualties.killed",   "recipe",
                   "CREATE TABLE x(y);",  "1e999",
                   std::string(4096, 'x')};
  target.text = false;
  target.check = check;
  return {target};
}

}  // namespace gainsay::fuzz
