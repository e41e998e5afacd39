/** Words for generated names and texts. */
export const NOUNS =
  `account action address agent alias amount anchor answer area argument array article asset attribute author balance
bank batch block board body book border bound box branch bucket buffer builder bundle button cache callback canvas card cart
cell chain channel character chart child choice chunk circle city class client clock code collection color column command
comment company component config connection constant contact container content context control cookie copy core count
country cover currency current cursor customer cycle data date day deadline default delay delta depth detail device dialog
difference digit direction directory distance document domain draft driver edge editor effect element email employee end
endpoint engine entity entry enum error event example exception expression extension factor feature feed field file filter
flag folder font form format frame friend function gate graph grid group guest handle handler hash head header height helper
history host hour icon id image index info input instance interval invoice item iterator job key kind label language layer
layout leaf left length letter level limit line link list loader location lock log loop manager map margin mark mask match
matrix max median member memory menu message method min minute mode model module month mouse name network node note number
object offer offset option order origin outcome output owner package padding page pair panel parent part party password patch
path pattern payload payment permission person phone photo pixel place plan player plugin point policy pool port position
post prefix price priority product profile progress project promise property proxy query queue quota range rank rate ratio
reader reason receipt record rectangle region registry remainder report request resource response rest result retry review
right role root route row rule sample scale schema scope score screen section seed segment selector sender sequence series
server service session setting shape shift shop side signal size skill slice slot snapshot socket sort source space speed
stack stage start state station status step stock storage store stream string student style subject suffix sum summary switch
symbol system table tag target task team template term test text theme thread threshold ticket time timeout title token tool
topic total trace track transfer tree trigger type unit update upload url usage user value variable vector vendor version
video view visitor voice volume wallet weather week weight widget width window word worker wrapper year zone`.split(
    /\s+/,
  );

export const ADJECTIVES =
  `active actual available base best cached clean closed common current custom default dirty disabled empty enabled
existing expected external extra fallback fast final first fixed fresh full global hidden inner internal invalid last latest
local main matching max merged min missing new next normal old open optional original outer own parsed partial pending
previous primary private public pure random raw ready recent remaining remote required resolved safe saved secondary selected
shared short simple single sorted special stable stale static temporary total unique unused updated user valid visible`.split(
    /\s+/,
  );

export const VERBS =
  `add apply attach bind build calculate call check clean clear clone close collect compare compile compute configure
connect convert copy count create decode delete detect dispatch display draw emit encode ensure execute expand extract fetch
fill filter find flatten flush format generate get handle import increment init insert install invoke join launch list load
locate lookup make map mark match merge move normalize notify open parse patch pick prepare print process publish pull push
query read receive record reduce refresh register release remove render replace report request reset resolve restore resume
retrieve run sanitize save scan schedule search select send serialize set show sort split start stop store submit sum sync
test toggle track transform trim update upload validate verify visit wait walk warn wrap write`.split(/\s+/);

export const SHORT_NAMES =
  `a acc arr b buf c cb cfg chr cnt ctx cur d dst e el ev ex f fn g h i idx it j k len m msg n num obj opts out p pos prev
ptr q r ref req res ret s src str sum t tmp tok u v val w x xs y ys z`.split(/\s+/);
