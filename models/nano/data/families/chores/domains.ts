import { type Choices, capitalized } from "../../choices/index.ts";

/** The subject of an application: a thing and its properties. */
export interface Domain {
  readonly thing: string;
  readonly things: string;
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  readonly flags: readonly string[];
  /** The capitalized thing, for names of components, functions and types. */
  readonly Thing: string;
}

/** thing | things | numbers | texts | flags. */
const DOMAINS =
  `invoice|invoices|amount,tax,discount,balance|currency,number,status,reference|paid,overdue,sent
booking|bookings|nights,guests,price,deposit|hotel,room,city,notes|confirmed,cancelled,refundable
song|songs|duration,plays,rating,bpm|title,artist,album,genre|liked,explicit,downloaded
recipe|recipes|servings,minutes,calories,rating|title,author,cuisine,difficulty|vegan,favorite,published
ticket|tickets|priority,votes,estimate,age|subject,assignee,status,team|open,urgent,archived
product|products|price,stock,weight,discount|name,sku,brand,category|visible,featured,soldOut
player|players|score,level,lives,wins|nickname,team,country,rank|online,banned,ready
employee|employees|salary,hours,age,bonus|name,department,email,title|active,remote,onLeave
course|courses|credits,seats,weeks,fee|title,teacher,language,level|open,mandatory,finished
flight|flights|price,stops,delay,seats|origin,destination,airline,gate|delayed,direct,boarding
message|messages|size,replies,age,attachments|subject,sender,body,channel|unread,pinned,muted
task|tasks|effort,priority,progress,position|title,owner,project,label|done,blocked,starred
photo|photos|width,height,likes,size|caption,album,location,camera|favorite,shared,hidden
payment|payments|amount,fee,total,attempts|method,currency,reference,bank|settled,failed,recurring
device|devices|battery,temperature,voltage,signal|name,model,vendor,firmware|online,charging,paired
article|articles|views,words,comments,shares|title,author,slug,section|draft,featured,locked
sensor|sensors|value,min,max,interval|label,unit,location,kind|enabled,faulty,calibrated
parcel|parcels|weight,width,height,postage|carrier,address,code,depot|fragile,delivered,insured
vote|votes|weight,round,points,age|option,voter,reason,region|valid,final,anonymous
step|steps|distance,duration,speed,pace|name,mode,hint,street|skipped,optional,reached
member|members|age,points,visits,fee|firstName,lastName,email,role|active,verified,guest
shift|shifts|hours,wage,breaks,overtime|worker,location,start,end|night,approved,swapped
plant|plants|height,age,water,light|species,nickname,bed,soil|indoor,edible,thirsty
account|accounts|balance,limit,interest,visits|owner,iban,plan,region|frozen,trial,closed
note|notes|length,color,position,version|title,text,folder,author|pinned,locked,shared
comment|comments|likes,depth,reports,replies|author,text,avatar,page|edited,hidden,spam
vehicle|vehicles|mileage,seats,price,doors|plate,make,model,fuel|electric,sold,rented
event|events|capacity,price,duration,attendees|title,venue,organizer,speaker|soldOut,online,cancelled
lesson|lessons|minutes,score,difficulty,order|title,topic,teacher,video|locked,passed,free
job|jobs|attempts,priority,delay,progress|name,queue,worker,payload|failed,running,paused
tile|tiles|row,column,value,cost|color,letter,kind,owner|mine,revealed,flagged
deal|deals|value,probability,margin,age|company,contact,stage,source|won,lost,stale`
    .split("\n")
    .map((line) => {
      const [thing = "", things = "", ...rest] = line.split("|");
      const [numbers = [], texts = [], flags = []] = rest.map((one) => one.split(","));
      return { thing, things, numbers, texts, flags, Thing: capitalized(thing) };
    });

/** Returns a random domain with its fields in random order. */
export function domain(choose: Choices): Domain {
  const one = choose.pick(DOMAINS);
  return {
    ...one,
    numbers: choose.shuffle([...one.numbers]),
    texts: choose.shuffle([...one.texts]),
    flags: choose.shuffle([...one.flags]),
  };
}

/** Converts `dueDate` to `due date`. */
export function spoken(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}
