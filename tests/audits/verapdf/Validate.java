import java.io.FileInputStream;
import java.io.InputStream;
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
 * Validates one PDF against each of the flavours named: {@code Validate FILE FLAVOUR...}.
 *
 * <p>Prints one line a flavour, {@code CHECKED flavour rules}, so that a reader can tell that rules
 * were really run, and one line a failed rule, {@code FAILED flavour clause test count message}, with
 * tabs between. Ends with status 0 whatever it finds; any other status means that it could not look.
 */
public class Validate {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (int i = 1; i < arguments.length; i++) {
      validate(arguments[0], PDFAFlavour.fromString(arguments[i]));
    }
  }

  private static void validate(String file, PDFAFlavour flavour) throws Exception {
    try (InputStream bytes = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      int rules = validator.getProfile().getRules().size();
      System.out.println(String.join("\t", "CHECKED", flavour.getId(), String.valueOf(rules)));
      failures(result).forEach(
          (rule, said) ->
              System.out.println(String.join("\t", "FAILED", flavour.getId(), rule, said)));
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
