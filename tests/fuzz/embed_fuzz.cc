// A damaged model is refused, or gives rows that keep their promise.
#include <cmath>
#include <fstream>

#include "embed/embedder.h"
#include "fuzz.h"

namespace gainsay::fuzz {
namespace {

std::string file(const std::string& name) {
  return scratch_folder() + "/" + name;
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string small_model() {
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += "the river rose above the old bridge and the town was cut off by the water\n";
  write(file("text"), text);
  embed::TrainOptions options;
  options.dimension = 4;
  options.epochs = 1;
  options.buckets = 20;
  const auto trained = embed::train({file("text")}, file("model"), options);
  must(trained.has_value(), "a small model can be trained");
  return read_file(file("model"));
}

void check(const std::string& bytes) {
  write(file("damaged"), bytes);
  auto embedder = embed::Embedder::load(file("damaged"));
  if (!embedder) {
    must(embedder.error().where == file("damaged"), "an error names the model");
    return;
  }
  const std::vector<std::string_view> sentences = {"the river rose", "", "nothing known here 5"};
  const Rows rows = embedder->embed(sentences);
  must(rows.count() == sentences.size(), "a sentence has a row");
  for (std::size_t row = 0; row < rows.count(); ++row) {
    double sum = 0;
    for (std::size_t i = 0; i < rows.dimension; ++i) {
      const double x = rows.data[row * rows.dimension + i];
      must(std::isfinite(x), "a row is finite");
      sum += x * x;
    }
    must(sum == 0 || std::abs(sum - 1) < 1e-3, "a row has length 1 or is zero");
  }
}

}  // namespace

std::vector<Target> targets() {
  Target target;
  target.name = "model";
  target.seeds = {small_model()};
  target.pieces = {std::string(4, '\0'),
                   std::string(8, '\xFF'),
                   std::string("\0\0\xC0\x7F", 4),
                   std::string("\0\0\x80\x7F", 4),
                   "the",
                   std::string("\x01\0\0\0", 4)};
  target.text = false;
  target.check = check;
  return {target};
}

}  // namespace gainsay::fuzz
