import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates the PDFs named on standard input, a path a line, until that ends, each against every
 * flavour named: {@code Validate FLAVOUR...}.
 *
 * <p>Prints one line a flavour, {@code CHECKED flavour rules}, so that a reader can tell that rules
 * were really run, and one line a failed rule, {@code FAILED flavour clause test count message}, with
 * tabs between; {@code UNREAD why}, if it could not look; and a last one, {@code END path}.
 */
public class Validate {
  private static final PrintStream ANSWERS =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] flavours) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    BufferedReader paths =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path; (path = paths.readLine()) != null; ) {
      try {
        for (String flavour : flavours) {
          validate(path, PDFAFlavour.fromString(flavour));
        }
      } catch (Exception error) {
        ANSWERS.println("UNREAD\t" + error.toString().replaceAll("\\s+", " "));
      }
      ANSWERS.println("END\t" + path);
    }
  }

  private static void validate(String file, PDFAFlavour flavour) throws Exception {
    try (InputStream bytes = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      int rules = validator.getProfile().getRules().size();
      ANSWERS.println(String.join("\t", "CHECKED", flavour.getId(), String.valueOf(rules)));
      failures(result).forEach(
          (rule, said) ->
              ANSWERS.println(String.join("\t", "FAILED", flavour.getId(), rule, said)));
    }
  }

  /** Every failed rule once: its clause and test, then how often it failed and what it said first. */
  private static Map<String, String> failures(ValidationResult result) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        String rule = assertion.getRuleId().getClause() + "\t" + assertion.getRuleId().getTestNumber();
        counts.merge(rule, 1, Integer::sum);
        words.putIfAbsent(rule, assertion.getMessage().replaceAll("\\s+", " "));
      }
    }
    words.replaceAll((rule, message) -> counts.get(rule) + "\t" + message);
    return words;
  }
}
