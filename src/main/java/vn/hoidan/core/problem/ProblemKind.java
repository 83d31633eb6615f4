package vn.hoidan.core.problem;

import static vn.hoidan.core.problem.Fault.OURS;
import static vn.hoidan.core.problem.Fault.PERSON;
import static vn.hoidan.core.problem.Fault.SURROUNDINGS;

import java.util.Optional;

/// The numbered catalogue of what can go wrong. A number is given once and never used for anything else, because it
/// is sent between versions and read out on the telephone. Texts (what happened, what is safe, what to do) stand in
/// the message files beside this class under `problem.NUMBER.{what,safe,next}`; details in braces are listed here.
public enum ProblemKind {
    /// {tries}: wrong tries so far.
    WRONG_PIN(1001, PERSON),
    /// {shortest}: digits needed.
    PIN_TOO_SHORT(1002, PERSON),
    PINS_DIFFER(1003, PERSON),
    ENROLMENT_CODE_MALFORMED(1004, PERSON),
    /// Not known to the server, used already or expired.
    ENROLMENT_CODE_REFUSED(1005, PERSON),
    NOT_ALLOWED(1006, PERSON),
    /// {cell}: name of the area that is full.
    QUOTA_FULL(1007, PERSON),
    /// {household}: its label.
    HOUSEHOLD_CLOSED(1008, PERSON),
    /// {place}: file, row and column; {reason}: what is wrong there.
    PACK_INVALID(1009, PERSON),
    /// {survey}: its id.
    SURVEY_EXISTS(1010, PERSON),
    /// {name}: what was asked for.
    SURVEY_UNKNOWN(1011, PERSON),
    /// {name}: what was asked for.
    AREA_UNKNOWN(1012, PERSON),
    /// {seconds}: time until the next try.
    PIN_WAIT(1013, PERSON),
    /// {place}: where in the form; {reason}: what is wrong there.
    QUESTIONNAIRE_INVALID(1014, PERSON),
    /// {name}: person or area that holds it already.
    LIST_TAKEN(1015, PERSON),
    /// {option}: what was given on the command line; {reason}.
    OPTION_INVALID(1016, PERSON),
    /// {count}: answers missing or wrong.
    INTERVIEW_INCOMPLETE(1017, PERSON),
    /// {name}: what was asked for.
    PERSON_UNKNOWN(1018, PERSON),
    /// {name}: what was asked for.
    LIST_UNKNOWN(1019, PERSON),
    /// One of the first that anybody would try.
    PIN_TOO_EASY(1030, PERSON),
    /// {groups}: numbers of the groups with a slip.
    SPOKEN_CODE_SLIP(1031, PERSON),
    /// {tries}: wrong tries so far.
    RECOVERY_CODE_WRONG(1032, PERSON),
    /// Not issued for this device, used already, expired or tried too often.
    RESET_CODE_REFUSED(1033, PERSON),
    /// The laptop has not been given a spare key by the office, or used it and has not synced since.
    SPARE_KEY_MISSING(1034, PERSON),
    /// {name}: what was asked for.
    DEVICE_UNKNOWN(1035, PERSON),
    /// {folder}: without a person's store in it.
    NO_PERSONS_FOLDER(1036, PERSON),
    /// {folder}: sealed for another office, or never given its key.
    OFFICE_CANNOT_OPEN(1037, PERSON),
    /// {name}: whose store it is; the code was made for somebody else.
    CODE_OF_ANOTHER_PERSON(1038, PERSON),
    /// {name}: an indicator of the pack; {place}: the question that it is counted from.
    INDEX_NOT_POSSIBLE(1060, PERSON),
    /// {name}: a survey without a rule for its index.
    INDEX_NOT_SET(1061, PERSON),
    /// {place}: file, row and column; {reason}: what is wrong there.
    INDEX_FILE_INVALID(1062, PERSON),
    /// The survey draws its households: nobody works in places there.
    NO_FREE_QUOTA(1070, PERSON),
    /// {name}: a place in which no quota counts everybody.
    NO_QUOTA_HERE(1071, PERSON),
    /// {count}, {limit}: places of one person.
    TOO_MANY_PLACES(1072, PERSON),

    /// A file or an envelope brought from elsewhere is not ours or not whole: {reason}.
    CARRIED_UNREADABLE(1080, PERSON),
    /// An envelope is not from a laptop of this office, or was changed: {reason}.
    CARRIED_NOT_GENUINE(1081, PERSON),
    /// More than one file holds.
    CARRIED_TOO_MUCH(1082, PERSON),
    /// The laptop has not synced yet, so it has no key of the office to seal with.
    CARRIED_KEY_MISSING(1083, PERSON),
    /// {place}: what was typed is no address in a local network.
    MEETING_PLACE_INVALID(1084, PERSON),
    /// The two laptops do not have the same code.
    MEETING_CODE_WRONG(1085, PERSON),
    /// The laptop no longer waits after {tries} wrong codes.
    MEETING_TRIES(1086, PERSON),
    /// {address}: an office is kept in it already.
    DATABASE_NOT_EMPTY(1090, PERSON),
    /// Not `postgresql://user@host:port/database`, or with a password in it.
    DATABASE_ADDRESS_INVALID(1091, PERSON),
    /// {address}: where the office of this folder is.
    OFFICE_ELSEWHERE(1092, PERSON),
    /// {file}: no file of the office with an address and a code.
    CODE_FILE_UNREADABLE(1093, PERSON),
    /// The laptop locked itself while a file was chosen.
    LOCKED_MEANWHILE(1095, PERSON),
    /// {file}: opened with this program, and none of its files by its name.
    FILE_OF_OTHERS(1094, PERSON),
    /// No signed release, or changed, or signed by a key that the laptops do not know.
    RELEASE_OF_OTHERS(1100, PERSON),
    /// {version}, {offered}: what is offered already.
    RELEASE_NOT_NEWER(1101, PERSON),
    /// {file}: of the program, missing or with another content than the one that was signed.
    RELEASE_FILE_CHANGED(1102, PERSON),
    /// {file}: no key that signs releases, or another passphrase.
    RELEASE_KEY_CLOSED(1103, PERSON),
    /// {shortest}: characters.
    PASSPHRASE_TOO_SHORT(1104, PERSON),
    /// {folder}: of the server's identity.
    NO_RELEASE_KEY_HERE(1105, PERSON),
    /// Typed twice, in two ways.
    PASSPHRASES_DIFFER(1106, PERSON),

    NO_NETWORK(2001, SURROUNDINGS),
    /// {address}.
    SERVER_UNKNOWN(2002, SURROUNDINGS),
    /// {address}.
    CERTIFICATE_MISMATCH(2003, SURROUNDINGS),
    /// {status}: HTTP status.
    SERVER_FAILED(2004, SURROUNDINGS),
    /// Something answered that is not our server, as hotel and airport networks do.
    NOT_OUR_SERVER(2005, SURROUNDINGS),
    CREDENTIALS_REFUSED(2006, SURROUNDINGS),
    /// {needed}: oldest protocol that the server speaks; {ours}.
    CLIENT_TOO_OLD(2007, SURROUNDINGS),
    /// {folder}.
    DISK_FULL(2008, SURROUNDINGS),
    /// {folder}.
    FOLDER_NOT_WRITABLE(2009, SURROUNDINGS),
    /// {file}.
    STORE_DAMAGED(2010, SURROUNDINGS),
    /// {file}: made by a newer version of this program.
    STORE_TOO_NEW(2011, SURROUNDINGS),
    /// {folder}: open in another window.
    STORE_IN_USE(2012, SURROUNDINGS),
    NO_DISPLAY(2013, SURROUNDINGS),
    /// {packages}: names to install.
    GTK_MISSING(2014, SURROUNDINGS),
    /// {port}.
    PORT_IN_USE(2015, SURROUNDINGS),
    CONNECTION_CUT(2016, SURROUNDINGS),
    /// {limit}: bytes.
    MESSAGE_TOO_LARGE(2017, SURROUNDINGS),
    /// {reason}.
    MESSAGE_UNREADABLE(2018, SURROUNDINGS),
    /// {seconds}: time until the next try.
    TOO_MANY_TRIES(2019, SURROUNDINGS),
    /// {whole}: interviews with all facts; {torn}: with missing facts; {gone}: lost altogether; {reopened}: to be
    /// completed again; {records}: kept in the up-log; {lost}: missing there; {file}: name of the damaged file.
    STORE_RESCUED(2041, SURROUNDINGS),
    /// The program was ended and the file with its last writes is gone.
    STORE_CUT(2042, SURROUNDINGS),
    /// {number}: the first record of the up-log that was lost.
    LOG_TORN(2043, SURROUNDINGS),
    /// {megabytes}: left.
    DISK_LOW(2044, SURROUNDINGS),
    /// {megabytes}: left.
    DISK_TOO_LOW(2045, SURROUNDINGS),
    /// {folder}.
    BACKUP_FAILED(2046, SURROUNDINGS),
    /// {minutes}: how far the clock was turned back.
    CLOCK_TURNED_BACK(2047, SURROUNDINGS),
    /// {file}: what was to be brought back; {reason}.
    BACKUP_UNUSABLE(2048, SURROUNDINGS),
    /// {at}: when the backup was made.
    STORE_RESTORED(2049, SURROUNDINGS),
    /// The answers of an interview were deleted on this laptop when they had long been safe at the office.
    ANSWERS_ONLY_AT_OFFICE(2050, SURROUNDINGS),
    /// {minutes}: how far the clock stands before what was done last, or before the server's time.
    CLOCK_BEHIND(2060, SURROUNDINGS),
    /// {minutes}: how far the clock was moved ahead.
    CLOCK_TURNED_AHEAD(2061, SURROUNDINGS),
    /// {address}: a name that no network knows, or none at all.
    SERVER_NAME_UNKNOWN(2095, SURROUNDINGS),
    /// {minutes}: how far the laptop's clock is from the server's.
    CLOCK_OFF(2096, SURROUNDINGS),
    /// {reason}: its signature, its seal, or the key it was sealed to.
    RECORD_NOT_GENUINE(2070, SURROUNDINGS),
    /// This laptop's log could not go on; it began another one and sent again what it has.
    LOG_BEGUN(2052, SURROUNDINGS),
    /// {count}: interviews whose record is neither here nor at the office any more; they are in work again.
    INTERVIEWS_REOPENED(2071, SURROUNDINGS),
    /// The office sent something that this program does not know.
    OFFICE_IS_NEWER(2053, SURROUNDINGS),
    /// The office takes no more bytes of files from this laptop, or its disk has no room for them.
    ATTACHMENT_NO_ROOM(2072, SURROUNDINGS),
    /// {folder}: what was to be offered.
    RELEASE_UNUSABLE(2080, SURROUNDINGS),
    /// The list of files, its signature or a file of a new version is not what the office signed.
    RELEASE_NOT_GENUINE(2081, SURROUNDINGS),
    /// {version}: the new one that did not start.
    UPDATE_WENT_BACK(2082, SURROUNDINGS),
    /// {file}: one with a code, while somebody works.
    CODE_FILE_WAITS(2085, SURROUNDINGS),
    /// {file}: work of colleagues or answers of the office, while nobody is signed in.
    CARRIED_WAITS_FOR_PIN(2086, SURROUNDINGS),
    /// {file}: work of colleagues or answers of the office, while an interview is open.
    CARRIED_WAITS_FOR_INTERVIEW(2087, SURROUNDINGS),
    /// The laptop is in no local network in which colleagues could reach it.
    NO_LOCAL_NETWORK(2090, SURROUNDINGS),
    /// Nobody waits at {place}.
    MEETING_NOBODY_THERE(2091, SURROUNDINGS),
    /// The line between two laptops broke before both had kept what came.
    MEETING_CUT(2092, SURROUNDINGS),
    /// {address}: a database that does not answer.
    DATABASE_AWAY(2100, SURROUNDINGS),
    /// {address}, {user}: no such user or database, not the right password, or no right to do it.
    DATABASE_REFUSED(2101, SURROUNDINGS),
    /// {address}; {reason}: its version or a setting.
    DATABASE_UNFIT(2102, SURROUNDINGS),
    /// {address}: others hold it for too long, or it has no connection left.
    DATABASE_BUSY(2103, SURROUNDINGS),
    /// {address}: its disk is full or fails.
    DATABASE_DISK(2104, SURROUNDINGS),

    /// {code}: short code of the place in the program.
    INTERNAL(3001, OURS),
    /// The server holds other records under the same numbers than this laptop.
    LOG_FORKED(3002, OURS);

    private final int number;
    private final Fault fault;

    ProblemKind(int number, Fault fault) {
        this.number = number;
        this.fault = fault;
    }

    /// The number that people and programs quote.
    public int number() {
        return number;
    }

    public Fault fault() {
        return fault;
    }

    /// The kind with this number, or empty when a newer program made it.
    public static Optional<ProblemKind> ofNumber(int number) {
        for (ProblemKind kind : values()) {
            if (kind.number == number) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
